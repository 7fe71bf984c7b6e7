"""openpyxl-book.py roads.json OUT.xlsx: the list as openpyxl writes it."""
import datetime
import json
import sys

from openpyxl import Workbook

with open(sys.argv[1], encoding="utf-8") as source:
    rows = json.load(source)
book = Workbook()
book.properties.created = book.properties.modified = datetime.datetime(2021, 1, 1)
sheet = book.active
sheet.title = "里程台账"
for r, row in enumerate(rows, 1):
    for c, value in enumerate(row, 1):
        if isinstance(value, dict) and "date" in value:
            value = datetime.date.fromisoformat(value["date"])
        elif isinstance(value, dict) and "rich" in value:
            value = "".join(value["rich"])  # openpyxl 3.0 writes no rich text
        elif isinstance(value, dict):
            value = value["value"]  # openpyxl stores no value beside a formula
        if value is not None:
            sheet.cell(r, c, value)
sheet.merge_cells("A1:J1")
hidden = book.create_sheet("隐藏")
hidden["A1"] = "看不见"
hidden.sheet_state = "hidden"
book.save(sys.argv[2])
