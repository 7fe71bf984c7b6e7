#!/usr/bin/python3
"""Holds the XML of workbooks against what Excel 2010 and WPS accept without repair.

usage: check-for-excel.py RULE[,RULE...] BOOK.xlsx...

A RULE is the name of a function below.  Exits with a sentence for each thing
that Excel would repair, refuse or show otherwise.  Limits are those of
Microsoft's "Excel specifications and limits" and of ECMA-376.
"""
import collections
import html
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ROWS, COLUMNS = 1048576, 16384
# What Excel 2010, WPS, LibreOffice and Gnumeric share, and what our formulas need of it.
FUNCTIONS = set(
    "ABS AND COUNT COUNTIF COUNTIFS FIND FIXED IF IFERROR INDEX INT ISERROR ISNUMBER LEFT LEN MATCH MAX MID MIN MOD N NOT OFFSET OR RIGHT"
    " ROUND ROW"
    " SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM UPPER VALUE".split()
)
TOKEN = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")|(?P<sheet>'(?:[^']|'')+'!)|(?P<call>[A-Z][A-Z0-9.]*)\("""
    r"""|(?P<cell>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])"""
    r"""|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)|(?P<open>\()|(?P<close>\))|(?P<comma>,)"""
    r"""|(?P<operator><=|>=|<>|[-+*/&=<>^%])|(?P<space>\s+)|(?P<other>.)""",
    re.S,
)
problems = []


def complain(where, sentence):
    problems.append(f"{where}: {sentence}")


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def bounds(area):
    """(first row, first column, last row, last column) of "A1" or "$A$1:B2"."""
    corners = [re.fullmatch(r"([A-Z]+)(\d+)", part) for part in area.replace("$", "").split(":")]
    if None in corners or len(corners) > 2:
        return None
    first, last = corners[0], corners[-1]
    found = int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1])
    is_sound = found[0] <= found[2] <= ROWS and found[1] <= found[3] <= COLUMNS
    return found if is_sound and found[0] > 0 else None


class Book:
    def __init__(self, path):
        self.path = path
        self.zip = zipfile.ZipFile(path)
        self.parts = self.zip.namelist()
        self.root = ET.fromstring(self.zip.read("xl/workbook.xml"))
        targets = {
            rel.get("Id"): rel.get("Target")
            for rel in ET.fromstring(self.zip.read("xl/_rels/workbook.xml.rels"))
        }
        self.tabs = self.root.findall(f"{MAIN}sheets/{MAIN}sheet")
        self.names = [tab.get("name") for tab in self.tabs]
        self.sheets = [
            ET.fromstring(self.zip.read("xl/" + targets[tab.get(REL)])) for tab in self.tabs
        ]
        self.defined = self.root.findall(f"{MAIN}definedNames/{MAIN}definedName")
        self.known = {name.get("name") for name in self.defined}
        self.styles = ET.fromstring(self.zip.read("xl/styles.xml"))

    def is_working_papers(self):
        return any(name == "结论" for name, _ in self.each_sheet())

    def each_sheet(self):
        return zip(self.names, self.sheets)

    def each_cell(self):
        for name, sheet in self.each_sheet():
            for cell in sheet.iter(f"{MAIN}c"):
                yield f"{self.path} {name}!{cell.get('r')}", cell

    def is_range(self, text):
        """Whether "'sheet'!$A$1:$B$2" is a range of this workbook."""
        match = re.fullmatch(r"'([^']+)'!(\S+)", text)
        return bool(match) and match[1] in self.names and bounds(match[2]) is not None

    def read_column(self, area):
        """The values of "'sheet'!$A$1:$A$9", as they are written; "0" of an empty cell."""
        name, cells = area[1:].split("'!")
        first_row, column, last_row, _ = bounds(cells)
        held = dict.fromkeys(range(first_row, last_row + 1), "")
        for cell in self.sheets[self.names.index(name)].iter(f"{MAIN}c"):
            row, at = bounds(cell.get("r"))[:2]
            if at == column and row in held:
                held[row] = "".join(
                    text for part in cell if not part.tag.endswith("}f") for text in part.itertext()
                )
        return [text or "0" for text in held.values()]


def check_tokens(book, where, formula):
    depth = deepest = 0
    arguments = []
    before = None
    for match in TOKEN.finditer(formula):
        kind, text = match.lastgroup, match.group()
        if kind == "call" and match["call"] not in FUNCTIONS:
            complain(where, f"{match['call']} is no function that every engine has")
        elif kind == "text" and len(text) - 2 > 255:
            complain(where, "a text of over 255 characters in a formula")
        elif kind == "sheet" and text[1:-2] not in book.names:
            complain(where, f"no sheet {text}")
        elif kind == "cell" and bounds(text) is None:
            complain(where, f"no such range: {text}")
        elif kind == "name" and text not in book.known:
            complain(where, f"{text} is not defined")
        elif kind == "other":
            complain(where, f"{text!r} is no part of a formula that all engines read")
        if kind in ("comma", "close") and before in ("call", "comma", "open"):
            complain(where, "an empty argument")
        if kind in ("call", "open"):
            depth += 1
            deepest = max(deepest, depth)
            arguments.append(1)
        elif kind == "comma" and arguments:
            arguments[-1] += 1
        elif kind == "close":
            depth -= 1
            if not arguments or arguments.pop() > 255:
                complain(where, "too many arguments or brackets")
        before = kind
    if depth != 0:
        complain(where, "brackets that do not match")
    if deepest > 64:
        complain(where, "nested over 64 deep")


def formulas(book):
    seen = set()
    for where, cell in book.each_cell():
        for formula in cell.findall(f"{MAIN}f"):
            text = formula.text or ""
            if formula.get("t") == "array" and formula.get("ref") != cell.get("r"):
                complain(where, "an array formula over several cells")
            if not text or len(text) > 8192 or text.startswith("="):
                complain(where, f"a formula of {len(text)} characters")
            shape = re.sub(r"\d+", "1", text)
            if shape not in seen:
                seen.add(shape)
                check_tokens(book, where, text)
    if len(seen) < 5:
        complain(book.path, "hardly any formulas were looked at")


def cached_values(book):
    for where, cell in book.each_cell():
        value = cell.find(f"{MAIN}v")
        kind = cell.get("t", "n")
        text = "" if value is None or value.text is None else value.text
        has_formula = cell.find(f"{MAIN}f") is not None
        if kind not in ("n", "s", "str", "inlineStr", "b"):
            complain(where, f"a value of type {kind}")
        if has_formula and (value is None or kind in ("s", "inlineStr")):
            complain(where, "a formula without its value")
        if kind == "n" and (has_formula or text) and not re.fullmatch(
            r"-?\d+(\.\d+)?(E[-+]\d+)?", text
        ):
            complain(where, f"not a number: {text!r}")
        if kind == "n" and text and float(text) == int(float(text)) and abs(float(text)) >= 1e15:
            complain(where, f"over 15 digits: {text}")


def texts(book):
    shared = []
    if "xl/sharedStrings.xml" in book.parts:
        shared = list(ET.fromstring(book.zip.read("xl/sharedStrings.xml")).iter(f"{MAIN}t"))
    inline = [text for sheet in book.sheets for text in sheet.iter(f"{MAIN}t")]
    keeps = "{http://www.w3.org/XML/1998/namespace}space"
    for text in shared + inline:
        said = text.text or ""
        if len(said) > 32767 or said.count("\n") > 253:
            complain(book.path, f"a text of {len(said)} characters: {said[:40]!r}")
        if said != said.strip(" \t\r\n") and text.get(keeps) != "preserve":
            complain(book.path, f"blanks that would be lost: {said[:40]!r}")
        if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", said):
            complain(book.path, f"a character that XML does not hold: {said[:40]!r}")
        if re.search(r"_x[0-9A-Fa-f]{4}_", said.replace("_x005F_", "")):
            complain(book.path, f"Excel reads an escape in {said[:40]!r}")
    if not shared and not inline:
        complain(book.path, "no texts were looked at")


def check_formula_of_name(book, where, formula):
    """A name stands on no sheet: each of its cells says on which it is."""
    if len(formula) > 8192:
        complain(where, f"a formula of {len(formula)} characters")
    bare = re.sub(r'"[^"]*"', "", formula)
    if re.search(r"(?<![!:$\w])\$?[A-Z]{1,3}\$?\d+\b(?!\()", bare):
        complain(where, "a cell of no sheet")
    check_tokens(book, where, formula)


def defined_names(book):
    seen = set()
    for name in book.defined:
        where, said = f"{book.path} name {name.get('name')}", name.get("name")
        scope = name.get("localSheetId", "")
        if (said.casefold(), scope) in seen:
            complain(where, "defined twice")
        seen.add((said.casefold(), scope))
        is_built_in = said.startswith("_xlnm.")
        if not is_built_in and (len(said) > 255 or not re.fullmatch(r"[^\W\d][\w.]*", said)):
            complain(where, "not the form of a name")
        if re.fullmatch(r"(?i)[a-z]{1,3}\d+|r\d*|c\d*|r\d+c\d*|rc\d+|true|false", said):
            complain(where, "reads as a cell")
        if is_built_in and not (scope.isdigit() and int(scope) < len(book.names)):
            complain(where, "a print name of no sheet")
        if said == "_xlnm.Print_Titles":
            # Rows, which may stand behind columns of the same sheet.
            area = re.fullmatch(r"(?:'[^']+'!\$[A-Z]+:\$[A-Z]+,)?'([^']+)'!\$(\d+):\$(\d+)", name.text)
            if not area or area[1] != book.names[int(scope)] or int(area[2]) > int(area[3]):
                complain(where, f"not rows of its sheet: {name.text}")
        elif not is_built_in and re.match(r"[A-Z]+\(", name.text):
            check_formula_of_name(book, where, name.text)
        elif not book.is_range(name.text):
            complain(where, f"not a range: {name.text}")
        elif is_built_in and not name.text.startswith(f"'{book.names[int(scope)]}'!"):
            complain(where, f"of another sheet: {name.text}")
    if not seen:
        complain(book.path, "no names were looked at")


def overlaps(one, other):
    return (
        one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
    )


def filters(book):
    n_filters = 0
    for index, (name, sheet) in enumerate(book.each_sheet()):
        found = sheet.find(f"{MAIN}autoFilter")
        if found is None:
            continue
        n_filters += 1
        where, area = f"{book.path} {name}", bounds(found.get("ref"))
        if area is None or area[0] == area[2]:
            complain(where, f"a filter over {found.get('ref')}")
        hidden = [
            bounds(one.text.split("!")[1])
            for one in book.defined
            if one.get("name") == "_xlnm._FilterDatabase" and one.get("localSheetId") == str(index)
        ]
        if hidden != [area]:
            complain(where, f"the filter over {found.get('ref')} has the hidden name {hidden}")
        for merged in sheet.iter(f"{MAIN}mergeCell"):
            if area and overlaps(area, bounds(merged.get("ref"))):
                complain(where, f"merged cells in the filter: {merged.get('ref')}")
    if n_filters < (1 if book.is_working_papers() else 3):
        complain(book.path, f"{n_filters} filters")


def merged_cells(book):
    for name, sheet in book.each_sheet():
        by_row = collections.defaultdict(list)
        for merged in sheet.iter(f"{MAIN}mergeCell"):
            area = bounds(merged.get("ref"))
            where = f"{book.path} {name} {merged.get('ref')}"
            if area is None or area[:2] == area[2:]:
                complain(where, "no area to merge")
                continue
            for row in range(area[0], area[2] + 1):
                if any(overlaps(area, other) for other in by_row[row]):
                    complain(where, "overlaps other merged cells")
                by_row[row].append(area)


def sheets(book):
    folded = [name.casefold() for name in book.names]
    if len(set(folded)) != len(folded):
        complain(book.path, "two sheets of one name")
    for name in book.names:
        if not 0 < len(name) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", name) or name == "History":
            complain(book.path, f"no name for a sheet: {name}")
    n_selected = 0
    for tab, (name, sheet) in zip(book.tabs, book.each_sheet()):
        where = f"{book.path} {name}"
        views = sheet.findall(f"{MAIN}sheetViews/{MAIN}sheetView")
        is_selected = any(view.get("tabSelected") == "1" for view in views)
        n_selected += is_selected
        if is_selected and tab.get("state", "visible") != "visible":
            complain(where, "hidden and selected")
        check_rows(where, sheet)
        check_columns(where, sheet)
        check_page(where, sheet)
        check_ignored(where, sheet)
    if n_selected != 1:
        complain(book.path, f"{n_selected} sheets are selected: what is typed goes into each")


def check_rows(where, sheet):
    last = 0
    for row in sheet.iter(f"{MAIN}row"):
        number, column = int(row.get("r")), 0
        if not last < number <= ROWS or float(row.get("ht", "15")) > 409.5:
            complain(where, f"row {number}")
        last = number
        for cell in row.findall(f"{MAIN}c"):
            area = bounds(cell.get("r"))
            if area is None or area[0] != number or area[1] <= column:
                complain(where, f"the cell {cell.get('r')} is out of order")
            column = area[1]


def check_columns(where, sheet):
    last = 0
    for columns in sheet.iter(f"{MAIN}col"):
        if not last < int(columns.get("min")) <= int(columns.get("max")) <= COLUMNS:
            complain(where, "columns overlap")
        if float(columns.get("width")) > 255:
            complain(where, "a column wider than 255")
        last = int(columns.get("max"))


def check_ignored(where, sheet):
    taken = []
    for one in sheet.iter(f"{MAIN}ignoredError"):
        areas = [bounds(area) for area in one.get("sqref").split(" ")]
        if None in areas or any(overlaps(area, other) for area in areas for other in taken):
            complain(where, f"the errors to ignore in {one.get('sqref')}")
        taken += areas


def check_page(where, sheet):
    for said in sheet.iterfind(f"{MAIN}headerFooter/*"):
        if len(said.text) > 255:
            complain(where, "a footer of over 255 characters")
    widths = {}
    for columns in sheet.iter(f"{MAIN}col"):
        for at in range(int(columns.get("min")), min(int(columns.get("max")), 60) + 1):
            widths[at] = float(columns.get("width"))
    for pane in sheet.iter(f"{MAIN}pane"):
        frozen = sum(widths.get(at, 9) * 7 + 5 for at in range(1, int(pane.get("xSplit", 0)) + 1))
        rows = list(sheet.iter(f"{MAIN}row"))[: int(pane.get("ySplit", 0))]
        height = sum(float(row.get("ht", 18)) for row in rows) * 96 / 72
        if frozen > 1366 / 2 or height > 768 / 3:
            complain(where, f"{frozen:.0f} by {height:.0f} pixels stay frozen")


def validations(book):
    for name, sheet in book.each_sheet():
        found = list(sheet.iter(f"{MAIN}dataValidation"))
        container = sheet.find(f"{MAIN}dataValidations")
        if container is not None and int(container.get("count")) != len(found):
            complain(f"{book.path} {name}", "the count of validations")
        taken = []
        for one in found:
            where = f"{book.path} {name} {one.get('sqref')}"
            for key, limit in (
                ("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 225)
            ):
                if len(one.get(key, "")) > limit:
                    complain(where, f"{key} of over {limit} characters")
            for formula in list(one):
                if len(formula.text) > 255:
                    complain(where, "a formula of over 255 characters")
                if "!" in formula.text and not book.is_range(formula.text):
                    complain(where, f"no such list: {formula.text}")
            area = bounds(one.get("sqref"))
            if area is None or any(overlaps(area, other) for other in taken):
                complain(where, "overlaps another validation")
            taken.append(area)


def package(book):
    if len(set(part.lower() for part in book.parts)) != len(book.parts):
        complain(book.path, "two parts of one name")
    if book.zip.testzip() is not None:
        complain(book.path, "a damaged part")
    if any(info.date_time != (1980, 1, 1, 0, 0, 0) for info in book.zip.infolist()):
        complain(book.path, "the clock in the zip")
    types = ET.fromstring(book.zip.read("[Content_Types].xml"))
    named = {one.get("PartName").lstrip("/") for one in types.iter(f"{TYPES}Override")}
    endings = {one.get("Extension") for one in types.iter(f"{TYPES}Default")}
    for part in book.parts:
        ET.fromstring(book.zip.read(part))
        if part != "[Content_Types].xml" and part not in named:
            if part.rsplit(".", 1)[-1] not in endings - {"xml"}:
                complain(book.path, f"{part} has no type of its own")
    for part in named - set(book.parts):
        complain(book.path, f"{part} is named and not there")
    for part in [one for one in book.parts if one.endswith(".rels")]:
        folder = part.split("_rels/")[0]
        for rel in ET.fromstring(book.zip.read(part)):
            path = rel.get("Target")
            path = path.lstrip("/") if path.startswith("/") else folder + path
            while re.search(r"[^/]+/\.\./", path):
                path = re.sub(r"[^/]+/\.\./", "", path, count=1)
            if rel.get("TargetMode") != "External" and path not in book.parts:
                complain(book.path, f"{part} leads to {path}")
    properties = book.zip.read("docProps/core.xml").decode() + book.zip.read("docProps/app.xml").decode()
    if any(len(html.unescape(said)) > 255 for said in re.findall(r">([^<]+)<", properties)):
        complain(book.path, "a property of over 255 characters")


def charts(book):
    drawn = [part for part in book.parts if part.startswith("xl/charts/chart")]
    if len(drawn) < (1 if book.is_working_papers() else 2):
        complain(book.path, f"{len(drawn)} charts")
    for part in drawn:
        root = ET.fromstring(book.zip.read(part))
        if len(list(root.iter(f"{CHART}ser"))) == 0:
            complain(part, "no series")
        for reference in list(root.iter(f"{CHART}numRef")) + list(root.iter(f"{CHART}strRef")):
            area = reference.find(f"{CHART}f").text
            if not book.is_range(area):
                complain(part, f"not a range: {area}")
                continue
            first = bounds(area.split("!")[1])
            cells = (first[2] - first[0] + 1) * (first[3] - first[1] + 1)
            count = reference.find(f"*/{CHART}ptCount")
            points = list(reference.iter(f"{CHART}pt"))
            if count is None or int(count.get("val")) != cells or len(points) != cells:
                complain(part, f"{area} has {len(points)} remembered values of {cells}")
            elif [point[0].text or "0" for point in points] != book.read_column(area):
                complain(part, f"{area} remembers other values than its cells hold")
        for title in root.iter(f"{DRAWN}t"):
            if len(title.text) > 255:
                complain(part, "a title of over 255 characters")


def styles(book):
    formats = {int(one.get("numFmtId")): one.get("formatCode") for one in book.styles.iter(f"{MAIN}numFmt")}
    looks = list(book.styles.find(f"{MAIN}cellXfs"))
    if any(len(code) > 255 for code in formats.values()) or len(looks) > 4000:
        complain(book.path, "too many looks, or a number format of over 255 characters")
    for font in book.styles.iter(f"{MAIN}font"):
        if len(font.find(f"{MAIN}name").get("val")) > 31:
            complain(book.path, "the name of a font has over 31 characters")
    for where, cell in book.each_cell():
        look = int(cell.get("s", 0))
        if look >= len(looks):
            complain(where, f"no look {look}")
        elif cell.find(f"{MAIN}f") is not None:
            if formats.get(int(looks[look].get("numFmtId"))) == "@" or looks[look].get("numFmtId") == "49":
                complain(where, "a formula in a text cell: editing it shows the formula")


RULES = {
    rule.__name__: rule
    for rule in (
        formulas, cached_values, texts, defined_names, filters, merged_cells, sheets, validations,
        package, charts, styles,
    )
}

if __name__ == "__main__":
    for path in sys.argv[2:]:
        book = Book(path)
        for rule in sys.argv[1].split(","):
            RULES[rule](book)
    if problems:
        sys.exit("\n".join(problems[:40]))
