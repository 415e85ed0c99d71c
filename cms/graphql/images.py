"""Pictures in answers: figures, images, and their renditions, which are never made here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

import graphene
from django.db.models import FilteredRelation, Q, QuerySet

from cms.answers.recording import asks
from cms.answers.watching import keys_where
from cms.files.addresses import file_url
from cms.given import KEYS
from cms.graphql import names
from cms.graphql.declarations import edge
from cms.graphql.loading import rows_by_key
from cms.graphql.plan import FieldPlan, Selection
from cms.graphql.resolvers import Row, resolves
from cms.graphql.statements import rows
from cms.graphql.types import register_enum
from cms.images import RATIOS, Crop, ImageFormat, specifications
from cms.models import Image, Rendition
from cms.visibility import Visibility

register_enum(Crop)
register_enum(ImageFormat)
FOCUS_COLUMNS = ("width", "height", "focal_point_x", "focal_point_y")
# What stands in an image's row beside its columns: the renditions that are asked for, the narrowest first.
RENDITIONS = "renditions"
RENDITION_COLUMNS = ("made__filter_spec", "made__file", "made__width", "made__height")
ORIGINAL_COLUMNS = ("file", "width", "height", RENDITIONS)


@names.register_type
class FocalPoint(graphene.ObjectType):
    """The point of a picture that a crop must keep, in percent from the left and from the top."""

    x = graphene.Float(required=True, description="Percent of the width, from the left.")
    y = graphene.Float(required=True, description="Percent of the height, from the top.")


@names.register_type
class ImageSource(graphene.ObjectType):
    """One source element of a picture element."""

    mime_type = graphene.String(required=True, description="Such as image/avif.")
    srcset = graphene.String(required=True, description="Addresses with their widths, as in srcset.")


@names.register_type
class Figure(graphene.ObjectType):
    """An image in its place: the same image may carry another caption elsewhere."""

    image = edge("Image", description="The picture.")
    alt = graphene.String(required=True, description="What it tells there; empty when it is decorative.")
    is_decorative = graphene.Boolean(required=True, description="Whether screen readers should skip it.")
    caption = graphene.String(required=True, description="May be empty.")
    credit = graphene.String(required=True, description="May be empty.")


class RenditionType(graphene.ObjectType):
    """One crop of an image, as a file."""

    url = graphene.String(required=True, description="Absolute address of the file.")
    width = graphene.Int(required=True, description="In pixels.")
    height = graphene.Int(required=True, description="In pixels.")

    class Meta:
        name = "Rendition"


names.register_type(RenditionType, "Rendition")


def visible_images(
    ids: Iterable[int | None],
    selection: Selection,
    path: str = "",
    *,
    within: str | None = None,
    columns: Iterable[str] = (),
) -> dict[int, Row]:
    """Return the images with these keys that a reader may see, by key, with the renditions that are asked for.

    `path` says where the images lie below the selected field, `within` in which of its types; `columns` are
    those that the caller needs besides.
    """
    keys = {key for key in ids if key is not None}
    if not keys:
        return {}
    fields = selection.fields("Image", path, within=within)
    needed = {column for field in fields for column in field.needs} | {*columns, "id"}
    specs = frozenset().union(*(_wanted_specs(field, selection) for field in fields))
    return _images_with(specs, keys, needed, selection)


def _images_with(
    specs: frozenset[str], keys: Iterable[int], columns: set[str], selection: Selection
) -> dict[int, Row]:
    """Return visible images with those of their renditions that have these specifications."""
    policy = selection.context.visibility
    if not specs:
        return rows_by_key(_images, keys, columns, policy)
    asks(*keys_where(Image, "id", keys))
    wanted = {*columns - {RENDITIONS}, *RENDITION_COLUMNS}
    found: dict[int, Row] = {}
    for row in rows(_images_with_renditions, wanted, policy, specs, keys=sorted(keys)):
        image = found.get(row["id"])
        if image is None:
            image = found[row["id"]] = row
            row[RENDITIONS] = []
        if row["made__file"]:
            image[RENDITIONS].append(row)
    return found


def _images(policy: Visibility) -> QuerySet:
    return policy.files(Image)


def _images_with_renditions(policy: Visibility, specs: frozenset[str]) -> QuerySet:
    made = FilteredRelation("renditions", condition=Q(renditions__filter_spec__in=sorted(specs)))
    return (
        policy.files(Image).filter(pk__in=KEYS).annotate(made=made).order_by("pk", "made__width", "made__pk")
    )


def _as_file(made: Row, selection: Selection) -> Row:
    """Return the row behind `Rendition` for one of an image's `RENDITIONS`."""
    storage = Rendition._meta.get_field("file").storage
    return {
        "url": file_url(storage, made["made__file"], signed=selection.context.is_preview),
        "width": made["made__width"],
        "height": made["made__height"],
    }


def _wanted_specs(field: FieldPlan, selection: Selection) -> Iterable[str]:
    """Return the renditions that a field of `Image` asks for."""
    if RENDITIONS not in field.needs:
        return ()
    arguments = field.arguments(selection.variables)
    return [
        each.filter_spec
        for each in specifications(Crop(arguments["crop"]))
        if arguments.get("format") in (None, each.format)
    ]


def figure_rows(
    placed: Sequence[Row | None], selection: Selection, path: str = "", *, within: str | None = None
) -> list[Row | None]:
    """Return the rows behind `Figure` for rows of image_id, alt, is_decorative, caption and credit.

    `path` says where the figures lie below the selected field, `within` in which of its types. A picture that
    may not be seen has no figure.
    """
    ids = (row["image_id"] for row in placed if row)
    image_path = f"{path}.image" if path else "image"
    images = visible_images(ids, selection, image_path, within=within, columns=("caption", "credit"))
    return [row and _figure(row, images.get(row["image_id"])) for row in placed]


def _figure(placed: Row, image: Row | None) -> Row | None:
    if image is None:
        return None
    return {
        "image": image,
        "alt": "" if placed["is_decorative"] else placed["alt"],
        "is_decorative": placed["is_decorative"],
        "caption": placed["caption"] or image["caption"],
        "credit": placed["credit"] or image["credit"],
    }


@resolves("Seo.image")
def seo_image(seos: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the picture for social networks."""
    images = visible_images((seo["image_id"] for seo in seos), selection)
    return [images.get(seo["image_id"]) for seo in seos]


@resolves("Image.focus", needs=FOCUS_COLUMNS)
def focus(images: Sequence[Row], selection: Selection) -> list[Row]:
    """Return the focal points; the middle where editors set none."""
    return [
        {
            "x": _percent(image["focal_point_x"], image["width"]),
            "y": _percent(image["focal_point_y"], image["height"]),
        }
        for image in images
    ]


def _percent(point: int | None, extent: int) -> float:
    return 50.0 if point is None or not extent else round(100 * point / extent, 2)


@resolves("Image.rendition", needs=ORIGINAL_COLUMNS)
def rendition(images: Sequence[Row], selection: Selection, *, crop: str, format: str) -> list[Row]:
    """Return the widest rendition of a crop in a format; the original where none was made."""
    wanted = {each.filter_spec for each in specifications(Crop(crop)) if each.format == format}
    found = []
    for image in images:
        made = [row for row in image[RENDITIONS] if row["made__filter_spec"] in wanted]
        found.append(_as_file(made[-1], selection) if made else _original(image, selection))
    return found


@resolves("Image.sources", needs=[RENDITIONS])
def sources(images: Sequence[Row], selection: Selection, *, crop: str) -> list[list[Row]]:
    """Return a source per format, best compression first; none where no rendition was made."""
    formats: dict[str, list[str]] = defaultdict(list)
    for each in specifications(Crop(crop)):
        formats[each.format].append(each.filter_spec)
    return [
        [
            {"mime_type": f"image/{image_format}", "srcset": srcset}
            for image_format, specs in formats.items()
            if (srcset := _srcset(_with_specs(image, specs, selection)))
        ]
        for image in images
    ]


def ratio_renditions(ids: Iterable[int | None], selection: Selection) -> dict[int, list[Row]]:
    """Return what search engines are shown of visible images, in `RATIOS` where that was made."""
    keys = {key for key in ids if key is not None}
    images = _images_with(frozenset(RATIOS), keys, set(ORIGINAL_COLUMNS), selection) if keys else {}
    return {
        pk: [made for spec in RATIOS for made in _with_specs(image, (spec,), selection)]
        or [_original(image, selection)]
        for pk, image in images.items()
    }


def _with_specs(image: Row, specs: Collection[str], selection: Selection) -> list[Row]:
    """Return the renditions of an image that have these specifications, the narrowest first."""
    return [_as_file(made, selection) for made in image[RENDITIONS] if made["made__filter_spec"] in specs]


def _srcset(renditions: Iterable[Row]) -> str:
    by_width = {row["width"]: f"{row['url']} {row['width']}w" for row in renditions}
    return ", ".join(by_width[width] for width in sorted(by_width))


def _original(image: Row, selection: Selection) -> Row:
    storage = Image._meta.get_field("file").storage
    address = file_url(storage, image["file"], signed=selection.context.is_preview)
    return {"url": address, "width": image["width"], "height": image["height"]}
