#!/usr/bin/python3
"""Puts a row in just above a total, as an office does, and copies the row before it into that.

usage: insert-row.py IN.xlsx OUT.xlsx SHEET LABEL [COLUMN=VALUE...]

LABEL is what stands in the first column of the total, or else in the second; each COLUMN of the new
row gets a content of its own.  References to what moves down follow, ranges that the new row stands
in grow: what Excel, WPS and LibreOffice do.  Nothing is recalculated.
"""
import html
import re
import sys
import zipfile

REFERENCE = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")|(?:'(?P<sheet>(?:[^']|'')+)'!)?"""
    r"""(?P<first>\$?[A-Z]{1,3}\$?\d+)(?::(?P<last>\$?[A-Z]{1,3}\$?\d+))?(?![\w(])"""
)


def move(corner, row):
    letters, digits = re.fullmatch(r"(\$?[A-Z]+\$?)(\d+)", corner).groups()
    return letters + str(int(digits) + (int(digits) >= row))


def follow(formula, own, sheet, row):
    def moved(match):
        if match["text"] is not None or (match["sheet"] or own) != sheet:
            return match[0]
        prefix = f"'{match['sheet']}'!" if match["sheet"] else ""
        last = ":" + move(match["last"], row) if match["last"] else ""
        return prefix + move(match["first"], row) + last

    return REFERENCE.sub(moved, html.unescape(formula))


def follow_all(xml, own, sheet, row):
    return re.sub(
        r"(<f[^>]*>)([^<]*)(</f>)",
        lambda m: m[1] + html.escape(follow(m[2], own, sheet, row), quote=False) + m[3],
        xml,
    )


def shift(xml, row):
    """What of @xml stands in @row or lower, one row lower."""
    def lower(match):
        return match[1] + " ".join(
            ":".join(move(corner, row) for corner in area.split(":")) for area in match[2].split()
        )

    xml = re.sub(r'(<row r=")(\d+)', lambda m: f"{m[1]}{int(m[2]) + (int(m[2]) >= row)}", xml)
    return re.sub(r'((?:<c r|ref|sqref)=")([A-Z]+\d+[A-Z0-9: ]*)', lower, xml)


def write(value):
    if re.fullmatch(r"-?[\d.]+", value):
        return f"><v>{value}</v></c>"
    return f' t="inlineStr"><is><t>{value}</t></is></c>'


def copy_row(source, row, values):
    """The row above @row once more, as row @row, with @values in their columns."""
    copied = re.sub(r'(<row r="|<c r="[A-Z]+)\d+"', lambda m: f'{m[1]}{row}"', source)
    copied = re.sub(
        r"(<f[^>]*>)([^<]*)(</f>)",
        lambda m: m[1] + re.sub(rf"(?<![\d$A-Z'])([A-Z]{{1,2}}){row - 1}(?!\d)", rf"\g<1>{row}", m[2]) + m[3],
        copied,
    )
    for column, value in values.items():
        copied, n = re.subn(
            rf'<c r="{column}{row}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)',
            rf'<c r="{column}{row}"\1' + write(value), copied,
        )
        assert n == 1, f"no cell {column}{row}"
    return copied


def insert(xml, label, strings, values):
    for match in re.finditer(r"<row [^>]*>.*?</row>", xml):
        texts = [
            strings[int(n)] if n else inline
            for n, inline in re.findall(r't="s"><v>(\d+)</v>|<is><t[^>]*>([^<]*)</t></is>', match[0])
        ]
        if texts[:1] == [label]:
            row = int(re.search(r'r="(\d+)"', match[0])[1])
            break
    else:
        sys.exit(f"no row {label}")
    before = re.search(rf'<row r="{row - 1}".*?</row>', xml)[0]
    head, tail = xml[: match.start()], xml[match.start():]
    return row, head, before, tail


def main():
    source, target, sheet, label = sys.argv[1:5]
    values = dict(argument.split("=") for argument in sys.argv[5:])
    with zipfile.ZipFile(source) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    text = {name: data.decode() for name, data in parts.items() if name.endswith(".xml") or name.endswith(".rels")}
    strings = ["".join(re.findall(r"<t[^>]*>([^<]*)</t>", item)) for item in re.findall(
        r"<si>.*?</si>", text.get("xl/sharedStrings.xml", ""), re.S)]
    tabs = re.findall(r'<sheet name="([^"]*)" sheetId="\d+"[^>]*r:id="([^"]*)"', text["xl/workbook.xml"])
    relations = text["xl/_rels/workbook.xml.rels"]
    targets = dict(re.findall(r'Id="([^"]*)"[^>]*?Target="([^"]*)"', relations))
    names = {"xl/" + targets[rel]: name for name, rel in tabs}
    part = next(p for p, name in names.items() if name == sheet)
    row, head, before, tail = insert(text[part], label, strings, values)
    new = copy_row(before, row, values)
    for p, name in names.items():
        if p != part:
            text[p] = follow_all(text[p], name, sheet, row)
    text[part] = (
        follow_all(head, sheet, sheet, row) + new + follow_all(shift(tail, row), sheet, sheet, row)
    )
    text["xl/workbook.xml"] = re.sub(
        r"(<definedName[^>]*>)([^<]*)(</definedName>)",
        lambda m: m[1] + html.escape(follow(m[2], "", sheet, row), quote=False) + m[3], text["xl/workbook.xml"])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, text[name].encode() if name in text else data)


main()
