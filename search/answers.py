"""What stands for the index in the log of changes: whatever is written to it comes with a row of these two."""

from cms.answers.watching import leave_out, stands_for

stands_for("search_indexedarticle", "search_text", "search_posting", "search_spelling")
stands_for("search_name", "search_nameword")
leave_out("search_indexrun", "search_askedquery")
