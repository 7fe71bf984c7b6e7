"""Spreadsheets for tests, written and read without any library of the program.

A workbook is {sheet name: Sheet}; a cell is a number, a text or a Formula. What is read comes back
as text, as it stands in the file.
"""
import re
import zipfile
from dataclasses import dataclass, field
from decimal import Decimal
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{sheets}\
<Override PartName="/xl/styles.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
<Override PartName="/xl/sharedStrings.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"""
SHEET_TYPE = """<Override PartName="/xl/worksheets/sheet{n}.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""
TO_BOOK = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="xl/workbook.xml"/></Relationships>"""
TO_PART = """<Relationship Id="rId{n}" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"""
BOOK = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets>\
{names}</workbook>"""
STYLES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{formats}</numFmts>\
<fonts><font><sz val="11"/></font>{fonts}</fonts><fills><fill/><fill/>{fills}</fills><borders count="1"><border/>\
</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs><xf/>{styles}</cellXfs><dxfs>{changes}</dxfs></styleSheet>"""
SOLID = '<fill><patternFill patternType="solid"><{0} rgb="FF{1}"/></patternFill></fill>'


@dataclass
class Formula:
    """A formula, with the value that the file has of it: None where nobody worked it out."""

    text: str
    value: object = None


@dataclass
class Sheet:
    rows: list = field(default_factory=list)
    merges: list = field(default_factory=list)  # "A2:A3"
    hidden_rows: set = field(default_factory=set)  # from 1
    filter: str = ""  # the range of an autofilter
    state: str = "visible"
    looks: dict = field(default_factory=dict)  # cell → {"format", "ink", "paper", "size", "shrink"}
    widths: dict = field(default_factory=dict)  # column → digits
    heights: dict = field(default_factory=dict)  # row → points
    conditions: list = field(default_factory=list)  # (range, formula, look)
    extended: list = field(default_factory=list)  # the same, of the extension of Excel 2010
    pictures: list = field(default_factory=list)  # (range, "pic", "shape" or "clear": a shape without filling)
    prints: str = ""  # the print area
    fit: str = ""  # pages beside and below each other that the print is scaled to, and the paper: "1 1 9"
    before: str = ""  # XML of the test's own before the rows …
    extra: str = ""  # … and after them


def column_name(index):
    name = ""
    while index >= 0:
        name = chr(65 + index % 26) + name
        index = index // 26 - 1
    return name


def cells_of(area):
    """"B2:C4" is B2, C2, B3 …; a column of one letter alone is enough here."""
    first, _, last = area.partition(":")
    last = last or first
    rows = range(int(first[1:]), int(last[1:]) + 1)
    return [chr(column) + str(row) for row in rows for column in range(ord(first[0]), ord(last[0]) + 1)]


class Styles:
    """The looks of a workbook as styles: 0 is that of a cell without one."""

    def __init__(self):
        self.looks, self.changes = [], []

    def find(self, look):
        if not look:
            return 0
        if look not in self.looks:
            self.looks.append(look)
        return self.looks.index(look) + 1

    def change(self, look):
        self.changes.append(look)
        return len(self.changes) - 1

    def font(self, look):
        ink = f'<color rgb="FF{look["ink"]}"/>' if "ink" in look else ""
        return f'<font>{ink}<sz val="{look.get("size", 11)}"/></font>'

    def number_format(self, number, look):
        return f'<numFmt numFmtId="{number}" formatCode={quoteattr(look["format"])}/>' if "format" in look else ""

    def change_xml(self, number, look):
        ink = f'<font><color rgb="FF{look["ink"]}"/></font>' if "ink" in look else ""
        paper = SOLID.format("bgColor", look["paper"]) if "paper" in look else ""
        lines = f'<border><left><color rgb="FF{look["lines"]}"/></left></border>' if "lines" in look else ""
        return f"<dxf>{ink}{self.number_format(number, look)}{paper}{lines}</dxf>"

    def xml(self):
        styles, formats, fills = [], [], []
        for i, look in enumerate(self.looks):
            formats.append(self.number_format(164 + i, look))
            fills.append(SOLID.format("fgColor", look["paper"]) if "paper" in look else "<fill/>")
            shrink = '<alignment shrinkToFit="1"/>' if "shrink" in look else ""
            styles.append(f'<xf numFmtId="{164 + i if "format" in look else 0}" fontId="{i + 1}" fillId="{i + 2}">'
                          f"{shrink}</xf>")
        changes = [self.change_xml(300 + i, look) for i, look in enumerate(self.changes)]
        return STYLES.format(formats="".join(formats), fonts="".join(map(self.font, self.looks)),
                             fills="".join(fills), styles="".join(styles), changes="".join(changes))


def is_number(value):
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def cell_xml(where, value, texts, style=0):
    if value is None or value == "":
        return ""
    where += f'" s="{style}' if style else ""
    if isinstance(value, Formula):
        kept = "" if value.value is None else f"<v>{escape(str(value.value))}</v>"
        kind = "" if value.value is None or is_number(value.value) else ' t="str"'
        return f'<c r="{where}"{kind}><f>{escape(value.text)}</f>{kept}</c>'
    if is_number(value):
        return f'<c r="{where}"><v>{value}</v></c>'
    return f'<c r="{where}" t="s"><v>{texts.setdefault(str(value), len(texts))}</v></c>'


def type_of(when):
    """{top10,rank=1} is a type with its attributes, anything else a formula."""
    if not when.startswith("{"):
        return 'type="expression"'
    kind, *rest = when[1:-1].split(",")
    return f'type="{kind}"' + "".join(' {}="{}"'.format(*pair.split("=")) for pair in rest)


def formula_of(when):
    return "" if when.startswith("{") else f"<formula>{escape(when)}</formula>"


def extended_xml(sheet, styles):
    """The rules hold their looks, and their ranges stand behind them."""
    if not sheet.extended:
        return ""
    rules = ""
    for i, (area, when, look) in enumerate(sheet.extended, 100):
        formula = "" if when.startswith("{") else f"<xm:f>{escape(when)}</xm:f>"
        change = styles.change_xml(300 + i, look).replace("dxf>", "x14:dxf>")
        rules += (f'<x14:conditionalFormatting><x14:cfRule {type_of(when)} priority="{i}">{formula}{change}</x14:cfRule>'
                  f"<xm:sqref>{area}</xm:sqref></x14:conditionalFormatting>")
    return ('<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
            'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
            '<x14:conditionalFormattings xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
            + rules + "</x14:conditionalFormattings></ext></extLst>")


def page_xml(sheet, styles):
    """What stands before and behind the cells of a sheet about its looks."""
    columns = "".join(f'<col min="{ord(letter) - 64}" max="{ord(letter) - 64}" width="{width}"/>'
                      for letter, width in sheet.widths.items())
    rules = "".join(f'<conditionalFormatting sqref="{area}"><cfRule {type_of(when)} dxfId="{styles.change(look)}" '
                    f'priority="{i}">{formula_of(when)}</cfRule></conditionalFormatting>'
                    for i, (area, when, look) in enumerate(sheet.conditions, 1))
    before = f"<cols>{columns}</cols>" if columns else ""
    if sheet.fit:
        wide, tall, paper = sheet.fit.split()
        before = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' + before
        rules += f'<pageSetup paperSize="{paper}" scale="10" fitToWidth="{wide}" fitToHeight="{tall}"/>'
    return before, rules + extended_xml(sheet, styles)


def sheet_xml(sheet, texts, styles):
    rows = []
    columns, rules = page_xml(sheet, styles)
    for number, row in enumerate(sheet.rows, 1):
        cells = ""
        for i, value in enumerate(row):
            where = f"{column_name(i)}{number}"
            cells += cell_xml(where, value, texts, styles.find(sheet.looks.get(where)))
        hidden = ' hidden="1"' if number in sheet.hidden_rows else ""
        hidden += f' ht="{sheet.heights[number]}"' if number in sheet.heights else ""
        rows.append(f'<row r="{number}"{hidden}>{cells}</row>')
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merges)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + sheet.before + columns + "<sheetData>"
        + "".join(rows) + sheet.extra + "</sheetData>"
        + (f'<autoFilter ref="{sheet.filter}"/>' if sheet.filter else "")
        + (f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else "")
        + rules + "</worksheet>"
    )


SHAPES = {"pic": "<xdr:pic/>", "shape": "<xdr:sp><xdr:spPr><a:solidFill/></xdr:spPr></xdr:sp>",
          "clear": "<xdr:sp><xdr:spPr><a:noFill/><a:ln><a:solidFill/></a:ln></xdr:spPr></xdr:sp>"}


def drawing_xml(pictures):
    """Each from the first corner of its range to the last."""
    anchors = ""
    for area, kind in pictures:
        cells = [re.fullmatch("([A-Z])([0-9]+)", cell).groups() for cell in area.split(":")]
        corners = [(ord(letter) - 65 + i, int(row) - 1 + i) for i, (letter, row) in enumerate(cells)]
        anchors += "<xdr:twoCellAnchor>" + "".join(
            f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row>"
            f"<xdr:rowOff>0</xdr:rowOff></xdr:{name}>" for name, (column, row) in zip(("from", "to"), corners)
        ) + SHAPES[kind] + "</xdr:twoCellAnchor>"
    return ('<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' + anchors + "</xdr:wsDr>")


def name_xml(names, sheets):
    lines = [f"<definedName name={quoteattr(name)}>{escape(text)}</definedName>" for name, text in names.items()]
    lines += [f'<definedName name="_xlnm.Print_Area" localSheetId="{i}">{sheet.prints}</definedName>'
              for i, sheet in enumerate(sheets) if sheet.prints]
    return "<definedNames>" + "".join(lines) + "</definedNames>" if lines else ""


def write_xlsx(path, sheets, names=None, tabs_of_first=0):
    """@sheets: {name: Sheet}, in their order; @names: {defined name: what it stands for}; behind them
    stand @tabs_of_first tabs that name the part of the first sheet again."""
    texts, tabs, links, types, styles = {}, [], [], [], Styles()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for n, (name, sheet) in enumerate(sheets.items(), 1):
            book.writestr(f"xl/worksheets/sheet{n}.xml", sheet_xml(sheet, texts, styles))
            if sheet.pictures:
                book.writestr(f"xl/drawings/drawing{n}.xml", drawing_xml(sheet.pictures))
                book.writestr(f"xl/worksheets/_rels/sheet{n}.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats"
                              ".org/package/2006/relationships\">" + TO_PART.format(
                                  n=1, kind="drawing", target=f"../drawings/drawing{n}.xml") + "</Relationships>")
            tabs.append(f'<sheet name={quoteattr(name)} sheetId="{n}" state="{sheet.state}" r:id="rId{n}"/>')
            links.append(TO_PART.format(n=n, kind="worksheet", target=f"worksheets/sheet{n}.xml"))
            types.append(SHEET_TYPE.format(n=n))
        last = len(sheets)
        tabs += [f'<sheet name="tab{n}" sheetId="{last + n}" r:id="rId1"/>' for n in range(1, tabs_of_first + 1)]
        links.append(TO_PART.format(n=last + 1, kind="styles", target="styles.xml"))
        links.append(TO_PART.format(n=last + 2, kind="sharedStrings", target="sharedStrings.xml"))
        strings = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        book.writestr("[Content_Types].xml", TYPES.format(sheets="".join(types)))
        book.writestr("_rels/.rels", TO_BOOK)
        book.writestr("xl/workbook.xml", BOOK.format(sheets="".join(tabs), names=name_xml(names or {}, sheets.values())))
        book.writestr("xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"http://schemas.openxmlformats"
                      ".org/package/2006/relationships\">" + "".join(links) + "</Relationships>")
        book.writestr("xl/styles.xml", styles.xml())
        book.writestr("xl/sharedStrings.xml", head + "<sst xmlns=\"http://schemas.openxmlformats.org/"
                      "spreadsheetml/2006/main\">" + strings + "</sst>")


def plain_text(node):
    """The text of a shared or inline string, phonetic guides left out."""
    return "".join(t.text or "" for t in node.iter(MAIN + "t") if t is not None)


def sum_of(formula):
    """What a formula of numbers alone comes to, which nobody saved: 20000+10000."""
    parts = formula.split("+")
    return str(sum(map(int, parts))) if all(re.fullmatch("[0-9]+", part) for part in parts) else ""


def read_cell(cell, texts):
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return plain_text(cell)
    value = cell.find(MAIN + "v")
    if value is None or value.text is None:
        formula = cell.find(MAIN + "f")
        return "" if formula is None else sum_of(formula.text or "")
    return texts[int(value.text)] if kind == "s" else value.text


def read_xlsx(path):
    """Returns {sheet name: {"A1": text}}; a formula is the value that the file has of it."""
    with zipfile.ZipFile(path) as book:
        texts = []
        if "xl/sharedStrings.xml" in book.namelist():
            texts = [plain_text(si) for si in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        links = {link.get("Id"): link.get("Target")
                 for link in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        sheets = {}
        for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
            part = "xl/" + re.sub("^/?(xl/)?", "", links[sheet.get(RELATION)])
            cells = ElementTree.fromstring(book.read(part)).iter(MAIN + "c")
            sheets[sheet.get("name")] = {cell.get("r"): read_cell(cell, texts) for cell in cells}
        return sheets


def part_of(book, name):
    """The part of the package that holds the sheet @name."""
    links = {link.get("Id"): link.get("Target")
             for link in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        if sheet.get("name") == name:
            return "xl/" + re.sub("^/?(xl/)?", "", links[sheet.get(RELATION)])
    raise ValueError(f"no sheet {name}")


def rows_of(cells):
    """Returns the rows of a sheet that was read, each a list of its filled cells from the left."""
    rows = {}
    for where, text in cells.items():
        column, row = re.fullmatch("([A-Z]+)([0-9]+)", where).groups()
        if text != "":
            rows.setdefault(int(row), []).append((len(column), column, text))
    return [[text for _, _, text in sorted(rows[number])] for number in sorted(rows)]
    return [[text for _, _, text in sorted(rows[number])] for number in sorted(rows)]


def read_formulas(path):
    """Returns {sheet name: {"A1": formula}} of the cells that have one; a shared one only where it stands."""
    with zipfile.ZipFile(path) as book:
        names = [sheet.get("name") for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        sheets = {}
        for name in names:
            cells = ElementTree.fromstring(book.read(part_of(book, name))).iter(MAIN + "c")
            found = {cell.get("r"): cell.find(MAIN + "f") for cell in cells}
            sheets[name] = {where: f.text for where, f in found.items() if f is not None and f.text}
        return sheets
