"""What a file says of itself: the XMP packet, in the same words as the older info dictionary."""

import re
from typing import NamedTuple
from xml.sax.saxutils import escape

CREATOR = "Facilitator"
NO_DATE = "2000-01-01"
ANY = ' xml:lang="x-default"'
_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class About(NamedTuple):
    """What a reader shows about a file. The date is the session's own, not today's."""

    title: str
    author: str
    subject: str
    language: str  # BCP 47
    date: str  # ISO, or anything else where it is not known

    @property
    def day(self) -> str:
        return self.date if _DATE.fullmatch(self.date) else NO_DATE


def packet(about: About, producer: str) -> bytes:
    """The packet as PDF/UA-1 (section 5, 7.1) asks for it."""
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title><rdf:Alt>{_item(about.title, ANY)}</rdf:Alt></dc:title>",
        f"<dc:language><rdf:Bag>{_item(about.language)}</rdf:Bag></dc:language>",
        f"<xmp:CreateDate>{about.day}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{about.day}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>",
        f"<pdf:Producer>{_safe(producer)}</pdf:Producer>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    if about.author:
        parts.append(f"<dc:creator><rdf:Seq>{_item(about.author)}</rdf:Seq></dc:creator>")
    if about.subject:
        told = _item(about.subject, ANY)
        parts.append(f"<dc:description><rdf:Alt>{told}</rdf:Alt></dc:description>")
    lines = "\n".join(parts)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
        f"{lines}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    ).encode()


def _item(text: str, attributes: str = "") -> str:
    return f"<rdf:li{attributes}>{_safe(text)}</rdf:li>"


def _safe(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
