#!/usr/bin/python3
"""Makes the example entry workbook of 东昌府区: unit, land revenue and other lines.

The road list, the bridges and the sources of the example are the CSV files beside it, so their
sheets are taken out. All amounts are made up; they fit the sources of make-example.py.
Usage: make-entry.py PROGRAM [FOLDER]      (PROGRAM: a built yanglu; needs openpyxl)
"""
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

NAME = "示例-东昌府区-录入表.xlsx"
UNIT = {"编制单位": "东昌府区财政局", "上年预算数（元）": 11936400}
# Net: 86,000,000 − 71,136,800 = 14,863,200; at 2.5% 371,580 are due, as booked in the sources.
LAND = [86000000, 43500000, 15276800, 1980000, 4300000, 1800000, 0, 860000, 3420000]
LAND_SHARE = 2.5
# 57.303 km of works and 6,200,000 yuan, as the list's last works and the grant for engineering.
OTHER = [
    ("机构运行", "农村公路管护机构运行经费", None, 960000),
    ("人员", "农村公路管护机构人员支出", None, 1260000),
    ("路长制", "路长制工作经费", None, 200000),
    ("灾毁保险", "农村公路灾毁保险", None, 150000),
    ("养护工程", "堂邑镇至梁水镇公路大修", 18.6, 2480000),
    ("养护工程", "沙镇镇村道中修", 24.3, 1944000),
    ("养护工程", "道口铺街道乡村道中修", 14.403, 1776000),
]


def fill_unit(sheet):
    for row in range(5, sheet.max_row + 1):
        head = sheet.cell(row, 1).value
        if head in UNIT:
            sheet.cell(row, 2).value = UNIT[head]


def fill_land(sheet):
    costs = iter(LAND)
    county = next(cell.column for cell in sheet[4] if cell.value == "县级（元）")
    for row in range(5, sheet.max_row + 1):
        head = sheet.cell(row, 1).value or ""
        if head == "计提比例（%）":
            sheet.cell(row, county).value = LAND_SHARE
        elif head == "土地出让收入" or head[:1] in "①②③④⑤⑥⑦⑧" and head:
            sheet.cell(row, county).value = next(costs)


def fill_other(sheet):
    for row, line in enumerate(OTHER, start=5):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = value
    # Empty prepared rows only make the file large.
    sheet.delete_rows(5 + len(OTHER), sheet.max_row)


def main():
    program = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else pathlib.Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as temporary:
        empty = str(pathlib.Path(temporary) / "empty.xlsx")
        subprocess.run([program, "new", empty, "--county", "371502", "--year", "2021"], check=True)
        book = openpyxl.load_workbook(empty)
    for name in ("里程台账", "桥梁", "资金来源"):
        del book[name]
    fill_unit(book["单位信息"])
    fill_land(book["土地出让收益"])
    fill_other(book["其他支出"])
    book.save(folder / NAME)


main()
