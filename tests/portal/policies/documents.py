"""Documents made for the tests, with nothing but what a reader needs: Word, OpenDocument and PDF."""

import io
import zipfile
from collections.abc import Iterable, Sequence

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def word(paragraphs: Iterable[str], *, macro: bytes = b"", more: dict[str, bytes] | None = None) -> bytes:
    """A Word document; one that begins with "# " or "## " is a heading. With a macro it is what Word calls .docm."""
    kind = (
        "vnd.ms-word.document.macroEnabled"
        if macro
        else "vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    body = "".join(_word_paragraph(text) for text in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGES}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType='
        f'"application/vnd.ms-office.vbaProject"/><Override PartName="/word/document.xml" ContentType='
        f'"application/{kind}.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGES}/relationships"><Relationship Id="a" '
        f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    files = {name: text.encode() for name, text in parts.items()}
    if macro:
        files["word/vbaProject.bin"] = macro
    return _zipped(files | (more or {}))


def _word_paragraph(text: str) -> str:
    level = len(text) - len(text.lstrip("#"))
    style = f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>' if level else ""
    return f"<w:p>{style}<w:r><w:t>{text[level:].strip()}</w:t></w:r></w:p>"


def open_document(paragraphs: Iterable[str]) -> bytes:
    """An OpenDocument text; one that begins with "# " or "## " is a heading."""
    body = "".join(_open_paragraph(text) for text in paragraphs)
    content = (
        f'<office:document-content xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0" '
        f'office:version="1.2"><office:automatic-styles/><office:body><office:text>{body}</office:text></office:body>'
        "</office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    styles = (
        f'<office:document-styles xmlns:office="{OPEN}:office:1.0" xmlns:style="{OPEN}:style:1.0" '
        'office:version="1.2"><office:font-face-decls/><office:styles/><office:automatic-styles/>'
        "<office:master-styles/></office:document-styles>"
    )
    return _zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "styles.xml": styles.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def _open_paragraph(text: str) -> str:
    level = len(text) - len(text.lstrip("#"))
    words = text[level:].strip()
    return f'<text:h text:outline-level="{level}">{words}</text:h>' if level else f"<text:p>{words}</text:p>"


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF: a list of lines for each page. A line that begins with "# " or "## " is set larger."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages:
        stream = _drawn(lines)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>"
            % len(objects)
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(made)


def _drawn(lines: Sequence[str]) -> bytes:
    drawn, height = [], 780
    for line in lines:
        level = len(line) - len(line.lstrip("#"))
        size = {0: 11, 1: 22}.get(level, 16)
        words = (
            line[level:]
            .strip()
            .encode("cp1252")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )
        height -= size + 10
        drawn.append(b"BT /F %d Tf 60 %d Td (%s) Tj ET" % (size, height, words))
    return b"\n".join(drawn)
