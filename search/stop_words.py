"""Words so frequent that they tell no story from another, by language, folded.

They are indexed, so that a phrase may hold them. A query of other words besides leaves them out.
"""

STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        ["a", "about", "above", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "me", "more", "most", "my", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "same", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your"]
    ),
    "de": frozenset(
        ["aber", "als", "am", "an", "auch", "auf", "aus", "bei", "bin", "bis", "da", "damit", "das", "dass", "dem", "den", "der", "des", "die", "dies", "diese", "diesem", "diesen", "dieser", "doch", "du", "durch", "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "fur", "hat", "hatte", "haben", "ich", "ihm", "ihn", "ihr", "ihre", "im", "in", "ist", "ja", "kann", "mit", "nach", "nicht", "noch", "nur", "oder", "ob", "schon", "sein", "seine", "sich", "sie", "sind", "so", "uber", "um", "und", "uns", "unter", "vom", "von", "vor", "war", "waren", "was", "wenn", "wer", "werden", "wie", "wir", "wird", "wo", "wurde", "zu", "zum", "zur"]
    ),
    "nb": frozenset(
        ["alle", "at", "av", "bare", "ble", "blir", "da", "de", "deg", "dem", "den", "denne", "der", "det", "dette", "du", "eller", "en", "er", "et", "etter", "for", "fra", "fordi", "fram", "ha", "hadde", "han", "har", "hun", "hva", "hvem", "hvor", "i", "ikke", "ja", "jeg", "kan", "med", "men", "mot", "ned", "noe", "noen", "nar", "na", "og", "om", "opp", "oss", "over", "pa", "sa", "seg", "sin", "sine", "skal", "slik", "som", "til", "under", "ut", "var", "ved", "vi", "vil", "var"]
    ),
    "sv": frozenset(
        ["alla", "att", "av", "bara", "blev", "blir", "da", "de", "dem", "den", "denna", "det", "detta", "dig", "din", "du", "efter", "eller", "en", "er", "ett", "for", "fran", "ha", "hade", "han", "har", "hon", "hur", "i", "inte", "ja", "jag", "kan", "med", "men", "mot", "nar", "nu", "och", "om", "oss", "over", "pa", "sa", "sig", "sin", "sina", "ska", "som", "till", "under", "upp", "ut", "var", "vi", "vid", "vill", "ar"]
    ),
    "ar": frozenset(
        ["في", "من", "الي", "علي", "عن", "مع", "هذا", "هذه", "ذلك", "تلك", "التي", "الذي", "الذين", "ما", "لا", "لم", "لن", "ان", "انه", "انها", "كان", "كانت", "هو", "هي", "هم", "نحن", "قد", "ثم", "او", "ام", "بعد", "قبل", "بين", "كل"]
    ),
    "ur": frozenset(
        ["كي", "كا", "كو", "هي", "هين", "سي", "مين", "ني", "پر", "اور", "يه", "وه", "تها", "تهي", "بهي", "اس", "ان", "جو", "كر", "كيا", "كه", "ايك", "هو", "نهين", "تك", "لي", "ساته", "بعد", "يا"]
    ),
    "ps": frozenset(["د", "په", "كي", "او", "دا", "له", "چي", "يي", "سره", "ته", "نه", "هم", "هغه", "دي", "شو", "يو", "تر", "كړ", "كړي"]),
}
