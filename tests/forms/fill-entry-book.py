#!/usr/bin/python3
"""Looks at an empty entry workbook as a clerk meets it, and fills it in.

usage: fill-entry-book.py EMPTY.xlsx FILLED.xlsx

Exits with a sentence when the form does not let a clerk do what it promises.
"""
import datetime
import sys

import openpyxl
from openpyxl.utils import get_column_letter, range_boundaries

ROWS = 20000
FIRST = 5
LAST = FIRST + ROWS - 1
LISTS = {  # sheet: columns that must offer a list over every row
    "里程台账": ["行政等级", "乡镇", "断链", "断头路", "城管\n路段", "技术\n等级", "路面\n类型", "列养", "评定\n等级"],
    "桥梁": ["乡镇", "行政等级", "桥梁类型"],
    "资金来源": ["来源层级", "用途", "资金性质", "种类"],
    "其他支出": ["支出类别"],
}


def require(truth, sentence):
    if not truth:
        sys.exit(sentence)


def heads(sheet):
    return {cell.value: cell.column for cell in sheet[FIRST - 1] if cell.value}


def check_lists(sheet, columns):
    found = {}
    for check in sheet.data_validations.dataValidation:
        require(len(check.promptTitle or "") <= 32, f"{sheet.title}: a title over 32 characters")
        if check.type == "list":
            require(check.formula1.startswith("'选项'!"), f"{sheet.title}: a list that is no range")
            for area in check.sqref.ranges:
                for column in range(area.min_col, area.max_col + 1):
                    found[column] = (area.min_row, area.max_row, check.formula1)
    for head in columns:
        rows = found.get(heads(sheet)[head])
        require(rows and rows[:2] == (FIRST, LAST), f"{sheet.title}: no list over all rows of {head}")
    return found


def check_protection(sheet):
    protection = sheet.protection
    require(protection.sheet and not protection.password, f"{sheet.title}: protected without password")
    for name in ("insertRows", "deleteRows", "sort", "autoFilter", "formatColumns"):
        require(getattr(protection, name) is False, f"{sheet.title}: {name} is not allowed")
    require(sheet.cell(FIRST - 1, 1).protection.locked, f"{sheet.title}: heads may be overwritten")
    # Whole rows can be deleted only when every cell of theirs is unlocked, the far ones too.
    spans = sorted((d.min, d.max) for d in sheet.column_dimensions.values() if not d.protection.locked)
    reach = 0
    for first, last in spans:
        require(first == reach + 1, f"{sheet.title}: column {get_column_letter(reach + 1)} is locked")
        reach = last
    require(reach == 16384, f"{sheet.title}: columns from {get_column_letter(reach + 1)} are locked")


def check_lengths(sheet):
    column = heads(sheet)["里程\n（公里）"]
    for row in (FIRST, 12345, LAST):
        formula = sheet.cell(row, column).value
        require(formula == f'=IF(COUNT(F{row}:G{row})=2,ROUND(G{row}-F{row},3),"")', f"row {row}: {formula}")
        require(not sheet.cell(row, column).protection.locked, f"row {row}: the length is locked")


def write(sheet, row, values):
    columns = heads(sheet)
    for head, value in values.items():
        sheet.cell(row, columns[head]).value = value


def fill(book):
    unit = book["单位信息"]
    values = {"编制单位": "示例单位", "监督电话": "0635-0000000", "填报日期": datetime.date(2021, 1, 31),
              "本年养护工程里程（公里）": 1.5, "上年预算数（元）": 123456.78}
    for row in unit.iter_rows(min_row=FIRST):
        if row[0].value in values:
            row[1].value = values[row[0].value]
    roads = book["里程台账"]
    write(roads, 5, {"路线编码": "X001371502", "路线名称": "示例一线", "行政等级": "县道", "乡镇": "侯营镇",
                     "起点桩号": 0, "止点桩号": 12.345, "技术\n等级": "三级", "路面\n类型": "沥青",
                     "路面宽度\n（米）": 7, "列养": "是", "评定\n等级": "良", "修建\n年度": 2008})
    write(roads, 6, {"路线编码": "Y002371502", "行政等级": "乡道", "乡镇": "侯营镇", "里程\n（公里）": 3.2,
                     "断头路": "是", "列养": "否", "路面\n类型": "机耕道"})
    write(roads, LAST, {"路线编码": "C003371502", "行政等级": "村道", "乡镇": "侯营镇", "起点桩号": 1.1,
                        "止点桩号": 1.4, "重复路段": "X001371502", "城管\n路段": "是"})
    write(book["桥梁"], 5, {"桥梁编码": "X001371502L0010", "路线编码": "X001371502", "桥名": "示例桥",
                          "乡镇": "侯营镇", "行政等级": "县道", "桥梁类型": "中桥", "全长（米）": 56})
    write(book["资金来源"], 5, {"资金名称": "示例补助", "来源层级": "省", "用途": "日常养护",
                            "资金性质": "一般公共预算", "种类": "上级补助", "科目编码": "2140106",
                            "文号": "示例〔2021〕1号", "金额（元）": 1000000.5})
    land = book["土地出让收益"]
    land["C5"], land["C6"], land["C16"] = 2000000, 500000.25, 2.5
    write(book["其他支出"], 5, {"支出类别": "机构运行", "金额（元）": 80000})
    write(book["其他支出"], 6, {"支出类别": "养护工程", "项目名称": "示例工程", "里程（公里）": 1.5,
                            "金额（元）": 900000})


def main():
    book = openpyxl.load_workbook(sys.argv[1])
    for name, columns in LISTS.items():
        check_lists(book[name], columns)
        check_protection(book[name])
    townships = range_boundaries(check_lists(book["里程台账"], [])[4][2].split("!")[1].replace("$", ""))
    names = [book["选项"].cell(row, townships[0]).value for row in range(townships[1], townships[3] + 1)]
    require("侯营镇" in names and len(names) == len(set(names)), "the townships of the county are not offered")
    check_lengths(book["里程台账"])
    fill(book)
    book.save(sys.argv[2])


main()
