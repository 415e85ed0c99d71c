"""Places the pictures of an item: one on top, others where the body shows them, the rest behind the body."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cms.models import Image
from news.importers.items import InlinePicture, Picture, Refused, Rendition
from news.importers.markup import Block
from news.importers.picture_files import best_file, file_name, take_in


@dataclass(slots=True)
class Hero:
    """The picture on top, with the words that came with it."""

    image: Image
    picture: Picture
    alt: str


@dataclass(slots=True)
class PictureDesk:
    """Places the pictures of one item, whose files lie in its folder."""

    folder: Path
    pictures: Sequence[Picture]
    hero: Hero | None = None
    remarks: list[str] = field(default_factory=list)
    _placed: list[Picture] = field(default_factory=list)

    def choose_hero(self) -> None:
        """Make the first picture whose file is there the hero."""
        for picture in self.pictures:
            if best_file(self.folder, picture.renditions) and (image := self._image(picture)):
                self.hero = Hero(image, picture, picture.alt)
                return

    def place(self, shown: InlinePicture) -> Block | None:
        """Return the block for a picture that the body shows."""
        picture = self._associated(shown) or Picture(
            name=file_name(shown.src) or shown.src or "without a name",
            uri=shown.src,
            title=shown.caption or file_name(shown.src),
            caption=shown.caption,
            credit=shown.credit,
            licence="",
            alt="",
            renditions=(Rendition(shown.src, 0, is_marked=False),),
        )
        if self.hero and picture is self.hero.picture:
            self.hero.alt = self.hero.alt or shown.alt
            return None
        words = replace(
            picture,
            alt=shown.alt or picture.alt,
            caption=shown.caption or picture.caption,
            credit=shown.credit or picture.credit,
        )
        return self._figure(picture, words)

    def rest(self) -> list[Block]:
        """Return blocks for the pictures that stand nowhere yet."""
        unplaced = [picture for picture in self.pictures if picture not in self._placed]
        return [block for picture in unplaced if (block := self._figure(picture, picture))]

    def _associated(self, shown: InlinePicture) -> Picture | None:
        name = file_name(shown.src)
        for picture in self.pictures:
            names = {file_name(rendition.href) for rendition in picture.renditions}
            if (shown.reference and shown.reference == picture.name) or (name and name in names):
                return picture
        return None

    def _figure(self, picture: Picture, words: Picture) -> Block | None:
        image = self._image(picture)
        if image is None:
            return None
        placed = {"image": image.pk, "alt_text": words.alt, "decorative": False}
        caption = "" if words.caption == image.caption else words.caption
        credit = "" if words.credit == image.credit else words.credit
        return {"type": "figure", "value": {"image": placed, "caption": caption, "credit": credit}}

    def _image(self, picture: Picture) -> Image | None:
        """Return the library's image for a picture; a remark says why there is none."""
        self._placed.append(picture)
        path = best_file(self.folder, picture.renditions)
        if path is None:
            self.remarks.append(
                f"left out the picture “{picture.name}”: its file does not lie beside the item"
            )
            return None
        try:
            return take_in(path, picture)[0]
        except Refused as refusal:
            self.remarks.append(f"left out the picture “{picture.name}”: {refusal}")
            return None
