"""Changes in a finished workbook, as somebody makes them in a spreadsheet, without any library of the program.

Orders, behind the name of a sheet: put CELL VALUE (also where the file has no such cell; no VALUE clears it, `=A1*2` is a
formula without a value, `=A1*2 -> 4` one with its value), drop ROW (the rows below move up, formulas are left as they
were, as a library does it), insert ROW (the rows from it on move down, and all formulas follow), grow FIRST:LAST FIRST:LAST
(every range of those rows of the sheet is one of the others), paste FILE (the sheet as another workbook has it, as values),
remove (the sheet), format CELL CODE, ink CELL RRGGBB, size CELL POINTS, width COLUMN DIGITS, height ROW POINTS,
merge AREA, print AREA; `* unsaved` drops the values of all formulas, as openpyxl does. Formulas else keep theirs.
"""
import copy
import os
import re
import zipfile
from xml.etree import ElementTree

from tables import MAIN, RELATION

NAMES = {"": MAIN[1:-1], "r": RELATION[1:RELATION.index("}")]}


def column_of(cell):
    number = 0
    for letter in re.match("[A-Z]+", cell)[0]:
        number = number * 26 + ord(letter) - 64
    return number


class Book:
    def __init__(self, path):
        for prefix, name in NAMES.items():
            ElementTree.register_namespace(prefix, name)
        self.folder = os.path.dirname(path)
        with zipfile.ZipFile(path) as archive:
            self.parts = {info.filename: archive.read(info) for info in archive.infolist()}
        self.trees = {}

    def tree(self, part):
        if part not in self.trees:
            self.trees[part] = ElementTree.fromstring(self.parts[part])
        return self.trees[part]

    def sheet(self, name):
        tabs = list(self.tree("xl/workbook.xml").find(MAIN + "sheets"))
        link = next(tab.get(RELATION) for tab in tabs if tab.get("name") == name)
        links = ElementTree.fromstring(self.parts["xl/_rels/workbook.xml.rels"])
        target = next(entry.get("Target") for entry in links if entry.get("Id") == link)
        return self.tree("xl/" + target)

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, data in self.parts.items():
                tree = self.trees.get(part)
                archive.writestr(part, data if tree is None else ElementTree.tostring(tree, "UTF-8", xml_declaration=True))


def find_cell(sheet, where):
    """The cell, put in where it is missing."""
    data, number = sheet.find(MAIN + "sheetData"), int(re.sub("[A-Z]", "", where))
    row = next((row for row in data if int(row.get("r")) == number), None)
    if row is None:
        row = ElementTree.Element(MAIN + "row", {"r": str(number)})
        data.insert(sum(int(other.get("r")) < number for other in data), row)
    cell = next((cell for cell in row if cell.get("r") == where), None)
    if cell is None:
        cell = ElementTree.Element(MAIN + "c", {"r": where})
        row.insert(sum(column_of(other.get("r")) < column_of(where) for other in row), cell)
    return cell


def put(book, sheet, where, value=""):
    cell = find_cell(sheet, where)
    cell[:] = []
    cell.attrib.pop("t", None)
    formula, _, kept = value.partition(" -> ")
    if value.startswith("="):
        ElementTree.SubElement(cell, MAIN + "f").text = formula[1:]
        value = kept
    if re.fullmatch(r"-?[0-9.]+", value):
        ElementTree.SubElement(cell, MAIN + "v").text = value
    elif value != "":
        cell.set("t", "inlineStr")
        ElementTree.SubElement(ElementTree.SubElement(cell, MAIN + "is"), MAIN + "t").text = value


def drop(book, sheet, number):
    data = sheet.find(MAIN + "sheetData")
    for row in list(data):
        if int(row.get("r")) == int(number):
            data.remove(row)
        elif int(row.get("r")) > int(number):
            row.set("r", str(int(row.get("r")) - 1))
            for cell in row:
                cell.set("r", re.match("[A-Z]+", cell.get("r"))[0] + row.get("r"))


def drop_values(book):
    for tab in book.tree("xl/workbook.xml").find(MAIN + "sheets"):
        for cell in book.sheet(tab.get("name")).iter(MAIN + "c"):
            if cell.find(MAIN + "f") is not None and cell.find(MAIN + "v") is not None:
                cell.remove(cell.find(MAIN + "v"))


def restyle(book, sheet, where, change):
    """A style of the cell's own, like the one it had but for what @change does to it."""
    styles, cell = book.tree("xl/styles.xml"), find_cell(sheet, where)
    formats = styles.find(MAIN + "cellXfs")
    style = copy.deepcopy(formats[int(cell.get("s", "0"))])
    formats.append(style)
    change(styles, style)
    cell.set("s", str(len(formats) - 1))


def set_format(book, sheet, where, code):
    def change(styles, style):
        codes = styles.find(MAIN + "numFmts")
        ElementTree.SubElement(codes, MAIN + "numFmt", {"numFmtId": "900", "formatCode": code})
        style.set("numFmtId", "900")
    restyle(book, sheet, where, change)


def set_font(book, sheet, where, name, attributes):
    def change(styles, style):
        fonts = styles.find(MAIN + "fonts")
        font = copy.deepcopy(fonts[int(style.get("fontId"))])
        for old in font.findall(MAIN + name):
            font.remove(old)
        ElementTree.SubElement(font, MAIN + name, attributes)
        fonts.append(font)
        style.set("fontId", str(len(fonts) - 1))
    restyle(book, sheet, where, change)


def set_width(book, sheet, column, digits):
    number = column_of(column)
    for entry in sheet.find(MAIN + "cols"):
        if int(entry.get("min")) <= number <= int(entry.get("max")):
            entry.set("width", digits)


def set_height(book, sheet, number, points):
    for row in sheet.find(MAIN + "sheetData"):
        if row.get("r") == number:
            row.set("ht", points)


def merge(book, sheet, area):
    merges = sheet.find(MAIN + "mergeCells")
    ElementTree.SubElement(merges, MAIN + "mergeCell", {"ref": area})


def set_print(book, sheet, area):
    tabs = list(book.tree("xl/workbook.xml").find(MAIN + "sheets"))
    number = next(i for i, tab in enumerate(tabs) if book.sheet(tab.get("name")) is sheet)
    for name in book.tree("xl/workbook.xml").find(MAIN + "definedNames"):
        if name.get("name") == "_xlnm.Print_Area" and name.get("localSheetId") == str(number):
            name.text = name.text.rpartition("!")[0] + "!" + area


REFERENCE_IN = re.compile(r"(?:(?:'([^']+)'|([^\W\d][\w.]*))!)?"
                          r"(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?(?![\w(])")


def follow(text, own, sheet, move):
    """@text with the rows that it refers to in @sheet as @move(first, last) says."""
    def moved(found):
        quoted, bare, first, row, last, last_row = found.groups()
        if (quoted or bare or own) != sheet:
            return found[0]
        rows = move(int(row), int(last_row or row))
        head = found[0][:found.start(3) - found.start()]
        return f"{head}{first}{rows[0]}" + (f":{last}{rows[1]}" if last else "")
    return REFERENCE_IN.sub(moved, text)


def follow_all(book, sheet, move):
    tabs = list(book.tree("xl/workbook.xml").find(MAIN + "sheets"))
    name = next(tab.get("name") for tab in tabs if book.sheet(tab.get("name")) is sheet)
    for tab in tabs:
        for formula in book.sheet(tab.get("name")).iter(MAIN + "f"):
            formula.text = follow(formula.text, tab.get("name"), name, move)
    for named in book.tree("xl/workbook.xml").find(MAIN + "definedNames"):
        named.text = follow(named.text, None, name, move)


def insert(book, sheet, number):
    number = int(number)
    for row in sheet.find(MAIN + "sheetData"):
        if int(row.get("r")) >= number:
            row.set("r", str(int(row.get("r")) + 1))
            for cell in row:
                cell.set("r", re.match("[A-Z]+", cell.get("r"))[0] + row.get("r"))
    follow_all(book, sheet, lambda first, last: (first + (first >= number), last + (last >= number)))


def grow(book, sheet, was, now):
    """`4:7 4:8`"""
    old, new = (tuple(map(int, rows.split(":"))) for rows in (was, now))
    follow_all(book, sheet, lambda first, last: new if (first, last) == old else (first, last))


def paste(book, sheet, source):
    """The sheet as @source has it, which was worked out after a change, pasted as values."""
    other = Book(os.path.join(book.folder, source))
    name = next(tab.get("name") for tab in book.tree("xl/workbook.xml").find(MAIN + "sheets")
                if book.sheet(tab.get("name")) is sheet)
    rows = other.sheet(name).find(MAIN + "sheetData")
    for cell in rows.iter(MAIN + "c"):
        formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
        if formula is not None:
            cell.remove(formula)
    data = sheet.find(MAIN + "sheetData")
    data[:] = list(rows)


def remove(book, sheet):
    """The tab alone: its part stays behind, as nobody's."""
    tabs = book.tree("xl/workbook.xml").find(MAIN + "sheets")
    tabs.remove(next(tab for tab in tabs if book.sheet(tab.get("name")) is sheet))


ORDERS = {"put": put, "drop": drop, "insert": insert, "grow": grow, "paste": paste, "remove": remove, "format": set_format,
          "width": set_width, "height": set_height, "merge": merge, "print": set_print,
          "ink": lambda book, sheet, where, rgb: set_font(book, sheet, where, "color", {"rgb": "FF" + rgb}),
          "size": lambda book, sheet, where, points: set_font(book, sheet, where, "sz", {"val": points})}


def apply(source, target, *orders):
    """@orders: each a sheet, an order and what belongs to it."""
    book = Book(source)
    for name, order, *rest in orders:
        if order == "unsaved":
            drop_values(book)
        else:
            ORDERS[order](book, book.sheet(name), *rest)
    book.save(target)
