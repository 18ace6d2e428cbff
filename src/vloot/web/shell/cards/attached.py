"""What hangs on a post: pictures side by side, films and sounds that play, files to save."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import PurePath

from vloot.talk.files.reads import FileCard
from vloot.talk.timeline.cards import PostCard
from vloot.web.shell.bylines import size
from vloot.web.shell.icons import icon
from vloot.web.shell.words import Words


def files(card: PostCard, words: Words) -> str:
    """Pictures first, in their order; then what plays; then the rest. Captions go with their film."""
    images = [file for file in card.files if file.is_image]
    captions = [file for file in card.files if file.is_captions]
    players = [file for file in card.files if file.is_video or file.is_audio]
    used = {file.id: _captions_of(file, captions, players) for file in players if file.is_video}
    taken = {found.id for found in used.values() if found}
    rest = [
        file for file in card.files if file not in images and file not in players and file.id not in taken
    ]
    made = [_image(file) for file in images]
    made += [_player(file, used.get(file.id), words) for file in players]
    made += [_row(file) for file in rest]
    return f'<ul class="files{" gallery" if len(images) > 1 else ""}" data-gallery>{"".join(made)}</ul>'


def _captions_of(
    file: FileCard, captions: Sequence[FileCard], players: Sequence[FileCard]
) -> FileCard | None:
    """The captions that are called as the film is; or the only ones, of the only film."""
    named = [
        found for found in captions if PurePath(found.name).stem.split(".")[0] == PurePath(file.name).stem
    ]
    films = [other for other in players if other.is_video]
    return named[0] if named else captions[0] if len(captions) == len(films) == 1 else None


def _image(file: FileCard) -> str:
    url, name, alt = escape(file.url), escape(file.name), escape(file.alt)
    area = f' width="{file.width}" height="{file.height}"' if file.width else ""
    picture = f'<img src="{url}" alt="{alt or name}"{area} loading="lazy" decoding="async">'
    return f'<li class="file-image"><a href="{url}">{picture}</a></li>'


def _player(file: FileCard, captions: FileCard | None, words: Words) -> str:
    url, name = escape(file.url), escape(file.name)
    track = (
        f'<track kind="captions" src="{escape(captions.url)}" label="{words.captions}" default>'
        if captions
        else ""
    )
    kind = "video" if file.is_video else "audio"
    label = escape(file.alt or file.name)
    detail = f"{escape(file.alt)} · {size(file.size)}" if file.alt else size(file.size)
    return (
        f'<li class="file-player"><{kind} controls preload="none" src="{url}" aria-label="{label}">{track}</{kind}>'
        f'<p class="file-said"><a href="{url}" download="{name}">{icon("download")}<b>{name}</b></a> <small>{detail}</small></p></li>'
    )


def _row(file: FileCard) -> str:
    url, name, alt = escape(file.url), escape(file.name), escape(file.alt)
    detail = f"{alt} · {size(file.size)}" if alt else size(file.size)
    return f'<li class="file-row"><a href="{url}">{icon("file-text")}<span><b>{name}</b><small>{detail}</small></span></a></li>'
