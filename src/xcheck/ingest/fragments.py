"""Pieces of a web page, as feeds hold them: nothing has to be told from menus, and little is marked up."""

from __future__ import annotations

from lxml import etree, html

_BLOCKS = ("p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "figcaption", "section")
_UNSEEN = ("script", "style", "template")


def paragraphs(markup: str) -> list[str]:
    """The paragraphs that a person sees of a piece of HTML, in order; of plain text, its lines."""
    if "<" not in markup and "&" not in markup:
        return _lines(markup)
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return []
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    for block in root.iter(*_BLOCKS):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    return _lines("".join(root.itertext(with_tail=True)))


def _lines(text: str) -> list[str]:
    return [words for line in text.split("\n") if (words := " ".join(line.split()))]
