"""A copy of a workbook in which somebody typed over cells of several sheets, or took out a row."""
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr


def edited_cell(where, style, value):
    """@value: what somebody types: 5, a text, =A1+1; "" clears the cell."""
    if value == "":
        return f"<c r={quoteattr(where)}{style}/>"
    if value.startswith("="):
        return f"<c r={quoteattr(where)}{style}><f>{escape(value[1:])}</f></c>"
    if re.fullmatch(r"-?[0-9.]+", value):
        return f"<c r={quoteattr(where)}{style}><v>{value}</v></c>"
    return f'<c r={quoteattr(where)}{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def put_cell(xml, where, value):
    """The sheet with another value in a cell; one that is not there goes to the end of its row."""
    found = re.search(f'<c r="{where}"( s="[0-9]+")?[^>]*?(/>|>.*?</c>)', xml)
    if found:
        return xml[:found.start()] + edited_cell(where, found[1] or "", value) + xml[found.end():]
    row = re.search("[0-9]+", where)[0]
    cell = edited_cell(where, "", value)
    if f'<row r="{row}"' not in xml:
        return xml.replace("</sheetData>", f'<row r="{row}">{cell}</row></sheetData>')
    return re.sub(f'(<row r="{row}"[^>]*?)(?:/>|>(.*?)</row>)',
                  lambda it: f"{it[1]}>{it[2] or ''}{cell}</row>", xml, count=1)


def drop_row(xml, row):
    """The sheet without a row, the rows below moved up; as a library does it, formulas are left as they were."""
    xml = re.sub(f'<row r="{row}"[^>]*?(/>|>.*?</row>)', "", xml, count=1)
    up = lambda it: f'{it[1]}{int(it[2]) - 1}"' if int(it[2]) > row else it[0]
    return re.sub('(<c r="[A-Z]+)([0-9]+)"', up, re.sub('(<row r=")([0-9]+)"', up, xml))


def edit_xlsx(source, target, edits):
    """Writes a copy of a workbook in which somebody typed: SHEET!I4=5, SHEET!I4==A1+1, drop SHEET!5 (a row);
    `unsaved` drops the values of formulas, as openpyxl does."""
    with zipfile.ZipFile(source) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    links = dict(re.findall('Id="([^"]*)"[^>]*Target="([^"]*)"', parts["xl/_rels/workbook.xml.rels"].decode()))
    links.update((b, a) for a, b in
                 re.findall('Target="([^"]*)"[^>]*Id="([^"]*)"', parts["xl/_rels/workbook.xml.rels"].decode()))
    sheets = {name: "xl/" + links[link] for name, link in
              re.findall('<sheet name="([^"]*)"[^>]*r:id="([^"]*)"', parts["xl/workbook.xml"].decode())}
    for edit in edits:
        if edit == "unsaved":
            for part in sheets.values():
                parts[part] = re.sub(b"(</f>|<f[^>]*/>)<v>.*?</v>", rb"\1", parts[part])
            continue
        sheet, _, rest = edit.removeprefix("drop ").partition("!")
        xml = parts[sheets[sheet]].decode()
        where, _, value = rest.partition("=")
        parts[sheets[sheet]] = (put_cell(xml, where, value) if "=" in rest else drop_row(xml, int(where))).encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
