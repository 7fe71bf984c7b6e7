"""Workbooks of Excel 97 for tests: texts, numbers, and formulas with the value that was saved of them.

A formula itself is not written: nobody reads it. One without a value has 0 saved, as LibreOffice saves what it did
not work out.
"""
import struct

import tables

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
SPECIAL = 0xFFFF  # the value of a formula is no number


def record(number, data=b""):
    return struct.pack("<HH", number, len(data)) + data


def begin(kind):
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def text(value):
    units = value.encode("utf-16-le")
    return struct.pack("<HB", len(units) // 2, 1) + units


def formula(place, value):
    if isinstance(value, str):
        kind = 0 if value else 3
        saved = record(0x06, place + struct.pack("<BBIH", kind, 0, 0, SPECIAL) + struct.pack("<HIH", 0, 0, 0))
        return saved + (record(0x207, text(value)) if value else b"")
    return record(0x06, place + struct.pack("<d", float(value or 0)) + struct.pack("<HIH", 0, 0, 0))


def cell(row, column, value):
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, tables.Formula):
        return formula(place, value.value)
    if isinstance(value, str):
        return record(0x204, place + text(value)) if value else b""
    return record(0x203, place + struct.pack("<d", float(value)))


def sheet_records(sheet):
    cells = b"".join(cell(row, column, value) for row, cells in enumerate(sheet.rows) for column, value in enumerate(cells))
    return begin(0x10) + cells + record(0x0A)


def workbook(sheets):
    tabs = [struct.pack("<BB", 0, 0) + struct.pack("<BB", len(name.encode("utf-16-le")) // 2, 1) + name.encode("utf-16-le")
            for name in sheets]
    bodies = [sheet_records(sheet) for sheet in sheets.values()]
    place = len(begin(5)) + sum(4 + 4 + len(tab) for tab in tabs) + len(record(0x0A))
    head = begin(5)
    for tab, body in zip(tabs, bodies):
        head += record(0x85, struct.pack("<I", place) + tab)
        place += len(body)
    return head + record(0x0A) + b"".join(bodies)


def entry(name, kind, child, start, size):
    units = name.encode("utf-16-le")
    return (units.ljust(64, b"\0") + struct.pack("<HBBIII", len(units) + 2, kind, 1, FREE, FREE, child) + bytes(36)
            + struct.pack("<IQ", start, size))


def compound(stream):
    """Sector 0 is the directory, then the stream, then what follows each sector."""
    stream = stream.ljust(4096, b"\0")
    n = -(-len(stream) // SECTOR)
    n_fat = -(-(n + 1) // 127)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIII", n_fat, 0, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *(1 + n + i if i < n_fat else FREE for i in range(109)))
    directory = entry("Root Entry", 5, 1, END, 0) + entry("Workbook", 2, FREE, 1, len(stream)) + bytes(256)
    chain = [END] + [END if i == n else i + 1 for i in range(1, n + 1)] + [FAT] * n_fat
    fat = struct.pack(f"<{128 * n_fat}I", *chain, *[FREE] * (128 * n_fat - len(chain)))
    return head + directory + stream.ljust(n * SECTOR, b"\0") + fat


def write_xls(path, sheets):
    with open(path, "wb") as file:
        file.write(compound(workbook(sheets)))
