"""What some posts have beyond words: what was asked, whom it thanks, files, who thanked."""

from __future__ import annotations

from html import escape

from django.utils.translation import ngettext

from vloot.talk.questions.reads import QuestionPart
from vloot.talk.timeline.cards import PostCard
from vloot.web.shell import faces
from vloot.web.shell.addresses import address
from vloot.web.shell.icons import icon
from vloot.web.shell.moments import when
from vloot.web.shell.words import Words


def stone(card: PostCard, words: Words) -> str:
    """What stays where a post was taken away."""
    told = words.gone.replace("{name}", escape(faces.called(card.author)))
    return (
        f'<article class="stone" id="post-{card.id}" data-card="{card.id}">{icon("trash-2")}<p>{told} '
        f'<span class="soft">{when(card.at)}</span></p></article>'
    )


def asked(card: PostCard, question: QuestionPart, words: Words) -> str:
    """What the asker knows and tried, and who sees to it that there is an answer. What is needed is the body."""
    told = [(words.known, question.known), (words.tried, question.tried)]
    rows = "".join(f'<div><dt>{word}</dt><dd class="words">{html}</dd></div>' for word, html in told if html)
    made = f'<dl class="asked">{rows}</dl>' if rows else ""
    if question.state != "open":
        return made
    owner = f"<b>{escape(faces.called(question.owner))}</b>"
    sentence = words.owns_alone if question.owner.id == card.author.id else words.owns
    sentence = sentence.replace("{owner}", owner).replace("{asker}", escape(faces.called(card.author)))
    return f'{made}<p class="owned">{faces.face(question.owner, "tiny")}<span>{sentence}</span></p>'


def thanks(card: PostCard, words: Words) -> str:
    """The faces and names of those who are thanked."""
    shown = "".join(faces.face(person, "large") for person in card.thanks_to[:5])
    line = words.thank_you.replace("{names}", faces.names(card.thanks_to, 6))
    return (
        f'<div class="thanked"><div class="faces">{shown}</div><div class="thanked-line">{line}</div></div>'
    )


def appreciated(card: PostCard) -> str:
    """ "Bram and Anna thanked you": names, never a number."""
    people = card.appreciated_by
    if card.is_mine:
        line = ngettext("{names} thanked you", "{names} thanked you", len(people))
    else:
        line = ngettext("{names} thanked {name}", "{names} thanked {name}", len(people))
    line = line.replace("{names}", faces.names(people)).replace("{name}", escape(faces.called(card.author)))
    return f'<div class="appreciated">{icon("heart")}<span>{line}</span></div>'


def helped(card: PostCard, words: Words) -> str:
    """Whom an answer helped."""
    line = words.helped_who.replace("{names}", faces.names(card.helped))
    return f'<div class="helped-line">{icon("badge-check")}<span>{line}</span></div>'


def closed(card: PostCard, words: Words) -> str:
    """Why a thread is closed."""
    return (
        f'<p class="closed-note">{icon("lock")}<span>{words.closed} {escape(card.closed_reason)}</span></p>'
    )


def outdated(card: PostCard, words: Words) -> str:
    """That an answer holds no longer, and the way to what does, for who may read that."""
    way = f' <a href="{address("thread", card.instead_id)}">{words.instead}</a>' if card.instead_id else ""
    return f'<p class="outdated-line">{icon("history")}<span>{words.outdated}.{way}</span></p>'


def title(card: PostCard, *, is_thread: bool) -> str:
    """The title: the page's heading in its own thread, a link elsewhere."""
    if is_thread:
        return f'<h1 class="card-title">{escape(card.title)}</h1>'
    return (
        f'<h2 class="card-title"><a href="{address("thread", card.thread_id)}">{escape(card.title)}</a></h2>'
    )
