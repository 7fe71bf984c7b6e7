#!/usr/bin/python3
"""Writes the road lists beside this script: each has one thing that is special, or wrong."""
import pathlib

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
HEADS = "路线编码,路线名称,行政等级,所在乡镇,行政区划,起点桩号,止点桩号,里程"
X = "X001371502,堂梁路,县道,堂邑镇,371502102,0,2.5,2.5"
Y = "Y001371502,东街路,乡道,梁水镇,371502103,K0+000,K1+200,1.2"
C = "C001371502,西街路,村道,古楼街道,371502001,0,0.8,0.8"

CSV = {
    "sound": [HEADS, X, Y, C],
    "by-class": ["类别,里程", "县道,120.5", "乡道,300", "村道,1000.001"],
    "titles-two-rows": ["东昌府区农村公路里程台账,,,,,", "填报单位：示例,,,,,单位：公里", "路线编码,路线名称,桩号,,里程,备注",
                        ",,起点,止点,(公里),", "1,2,3,4,5,6", "X001371502,堂梁路,0,2.5,2.5,", "Y001371502,东街路,0,1.2,1.2,",
                        "C001371502,西街路,0,0.8,0.8,"],
    "metres-head": [HEADS.replace("里程", "长度（米）"), X.replace(",2.5,2.5", ",2.5,2500"), Y.replace(",1.2", ",1200"),
                    C.replace(",0.8,0.8", ",0.8,800")],
    "metres-unsaid": [HEADS, X.replace(",2.5,2.5", ",2.5,2500"), Y.replace("200,1.2", "200,1200"),
                      C.replace(",0.8,0.8", ",0.8,800")],
    "malformed-length": [HEADS, X, Y, C.replace(",0.8,0.8", ',0.8,"1,2.3,4"')],
    "no-length": [HEADS, X, Y, C.replace(",0,0.8,0.8", ",0,,")],
    "backward-stakes": [HEADS, X, Y, C.replace(",0,0.8,0.8", ",0.8,0,")],
    "no-heads": ["路线名称,行政等级,造价", "堂梁路,县道,3"],
    "national": [HEADS, X, Y, "G105371502,京澳线,国道,古楼街道,371502001,0,0.8,0.8"],
    "unknown-class": [HEADS, X, Y, C.replace("村道", "乡村道")],
    "unknown-township": [HEADS, X, Y, C.replace("古楼街道,371502001", "古搂街道,")],
    "code-against-township": [HEADS, X, Y, C.replace("371502001", "371502002")],
    "many-decimals": [HEADS, X, Y, C.replace(",0.8,0.8", ",0.8,0.80049")],
    "old-county-code": [HEADS, "X001371523,博平路,县道,博平镇,371523104,0,2.5,2.5"],
    "mangled-code": [HEADS, X, Y, C.replace("371502001", "3.71502E+11")],
    "full-width": [HEADS, X, "Ｙ００１３７１５０２,东街路,乡道,梁水镇,３７１５０２１０３,Ｋ０＋０００,Ｋ１＋２００,１．２", C.lower()],
    "yearbook": ["K0101,K0112,K9103,A0103,K0108,K0109,K0114,K0304,K5104,A1101,A1001A,A0102,K0180",
                 "X001371502,堂梁路,堂邑镇,371502102,0,2.5,2.5,22,11,2.5,2.5,公路站,2005",
                 "Y001371502,东街路,梁水镇,371502103,0,1.2,1.2,24,12,1.2,0,梁水镇,2006",
                 "C001371502,西街路,古楼街道,371502001,0,0.8,0.8,30,31,0,0,古楼街道,2007"],
    "sums": [HEADS, X, "小计,,,,,,,2.5", HEADS, Y, C, ",,,,,,,", "合　计,,,,,,,4.5", ",,,,,,,", "注：桩号以公里计,,,,,,,"],
    "twice": [HEADS + ",长度", X + ",9", Y + ",9", C + ",9"],
    "bad-flag": [HEADS + ",断头路", X + ",", Y + ",是", C + ",可能"],
}


def write_csv():
    for name, lines in CSV.items():
        (HERE / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "gb18030.csv").write_bytes("\r\n".join(CSV["sound"]).replace(",", "\t").encode("gb18030"))


def write_book(name, sheets):
    """@sheets: (title, lines, hidden)"""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines, hidden in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for line in lines:
            sheet.append([number(cell) for cell in line.split(",")])
    book.save(HERE / f"{name}.xlsx")


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return cell or None


def main():
    write_csv()
    roads = CSV["sound"]
    summary = ["类别,里程", "县道,2.5", "乡道,1.2", "村道,0.8"]
    write_book("entry-sheet", [("汇总", summary, False), ("单位信息", ["编制单位,示例"], False), ("里程台账", roads, False)])
    write_book("two-sheets", [("堂邑", [HEADS, X], False), ("费用", ["项目,金额", "道路,3"], False),
                              ("其余", [HEADS, Y, C], False), ("旧表", roads, True)])
    write_book("only-hidden", [("封面", ["里程台账"], False), ("数据", roads, True)])


if __name__ == "__main__":
    main()
