"""Workbooks that somebody made to break something, each by a function of its path."""
import tables
from tables import Formula, Sheet


def budget(total=None, rest=(), **sheet):
    """A budget that holds: 319,000 yuan; @total stands in the place of the first row's, @rest below it."""
    first = 290000 if total is None else total
    rows = [
        ["2021年农村公路日常养护预算"],
        ["乡镇", "县道里程", "乡道里程", "村道里程", "县道金额", "乡道金额", "村道金额", "合计"],
        ["沙镇镇", 10, 20, 30, 100000, 100000, 90000, first],
        ["堂邑镇", 1, 2, 3, 10000, 10000, 9000, Formula("SUM(E4:G4)", 29000)],
        ["合计", 11, 22, 33, 110000, 110000, 99000, Formula("SUM(H3:H4)", 319000)],
    ]
    return {"预算": Sheet(rows + list(rest), **sheet)}


def deep_xml(path):
    """A list of one road, then a hundred thousand elements within each other."""
    tables.write_xlsx(path, {"明细": Sheet([["类别", "里程"], ["县道", 1.5]], extra="<a>" * 100000)})


def text_of_many_cells(path):
    """One text too long for a cell, shared by 40,000 cells."""
    rows = [["类别", "路线名称", "里程"]] + [["县道", "甲乙丙丁戊己庚辛壬癸" * 20000, 1.5]] * 40000
    tables.write_xlsx(path, {"明细": Sheet(rows)})


def many_sheets(path):
    """68 sheets of a township each, then the four rows of one more, and beside them their sums by class."""
    heads = ["乡镇", "类别", "里程(公里)"]
    book = {f"表{i}": tables.Sheet([heads, [f"第{i}镇", "县道", 100 + i], [f"第{i}镇", "乡道", 200 + 2 * i]])
            for i in range(1, 69)}
    book["明细"] = tables.Sheet([heads] + [["沙镇镇", name, km] for name, km in
                                         [("县道", 1), ("县道", 2), ("乡道", 3), ("乡道", 4)]])
    book["分类"] = tables.Sheet([heads, ["沙镇镇", "县道", 3], ["沙镇镇", "乡道", 7]])
    tables.write_xlsx(path, book)


def styled_cells(path):
    """Three roads, and below them a row of 16,384 cells that have a look and nothing in them."""
    empty = "".join(f'<c r="{tables.column_name(i)}5" s="1"/>' for i in range(16384))
    rows = [["路线编码", "行政等级", "乡镇", "里程(公里)"], ["X001371502", "县道", "沙镇镇", 12.345],
            ["Y012371502", "乡道", "沙镇镇", 8.2], ["C034371502", "村道", "堂邑镇", 2.9]]
    tables.write_xlsx(path, {"明细": Sheet(rows, extra=f'<row r="5">{empty}</row>')})


def name_of_itself(path):
    tables.write_xlsx(path, budget(Formula("twin")), {"twin": "twin+twin"})


def names_of_names(path):
    names = {f"nm_{n}": f"nm_{n - 1}+nm_{n - 1}" for n in range(1, 41)}
    tables.write_xlsx(path, budget(Formula("nm_40")), {"nm_0": "1"} | names)


def texts_that_double(path, total=None):
    """A hundred letters, doubled forty times; @total stands beside what is counted of them."""
    below = [["", "", "", "", "", "", "", "", "ab" * 50]]
    below += [["", "", "", "", "", "", "", "", Formula(f"I{row}&I{row}")] for row in range(6, 46)]
    tables.write_xlsx(path, budget(Formula("LEN(I46)", total), below))


def texts_that_double_beside(path):
    """The same, beside a number that is right without them."""
    texts_that_double(path, 290000)


def circle_beside(path):
    """The same circle, and no number that needs it."""
    circle_of_sums(path, 290000)


def text_for_letters(path):
    """A text of thirty thousand letters for each letter of another."""
    below = [["甲" * 30000], ["a" * 30000]]
    tables.write_xlsx(path, budget(Formula('LEN(SUBSTITUTE(A7,"a",A6))'), below))


def tabs_of_one_part(path):
    """Four thousand tabs that are all the one part of the file."""
    tables.write_xlsx(path, budget(), tabs_of_first=4000)


def far_cells(path):
    """Sheets whose only cell stands in the last row there is, all of them added up."""
    far = {f"s{n}": Sheet(extra='<row r="1048576"><c r="A1048576"><v>1</v></c></row>') for n in range(1500)}
    tables.write_xlsx(path, budget(Formula("290000+SUM(s0!A:A)+COUNTIF(s1499!A:A,1)-2")) | far)


def columns_hidden_again(path):
    """All columns are hidden, sixty thousand times."""
    lines = [f'<col min="1" max="{16384 - n % 7}" style="{n}" hidden="1"/>' for n in range(60000)]
    tables.write_xlsx(path, budget(before="<cols>" + "".join(lines) + "</cols>"))


def rows_backwards(path):
    """A hundred thousand rows from the last to the first, each from right to left."""
    rows = [f'<row r="{n}"><c r="K{n}"><v>1</v></c><c r="J{n}"><v>1</v></c></row>' for n in range(100006, 6, -1)]
    tables.write_xlsx(path, budget(extra="".join(rows)))


def copy_of_gigabytes(path):
    """A copy of the inputs that says it is of forty times 900 MB."""
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    lines = ["yanglu.copy/1", "program\t0.1.0", f"fingerprint\t{digest}"]
    lines += [f"input\troads\t{n}.csv\t{digest}\t900000000\t1" for n in range(40)]
    lines += [f"{n}.0:eNoDAAAAAAE=" for n in range(40)]
    copy = Sheet([[line] for line in lines], state="hidden")
    tables.write_xlsx(path, budget() | {"数据副本": copy})


def circle_of_sums(path, total=None):
    """Two thousand cells, each the sum of them all; @total stands in the place of what needs them."""
    below = [[None] * 8 + [Formula("SUM(I$6:I$2005)+1")] for _ in range(2000)]
    tables.write_xlsx(path, budget(total or Formula("I6"), below))


def running_totals(path):
    """Twenty thousand numbers and what they come to at each."""
    below = [[None] * 8 + [1, Formula(f"SUM(I$6:I{row})")] for row in range(6, 20006)]
    tables.write_xlsx(path, budget(Formula("J20005+270000"), below))


def cells_of_few_bytes(path):
    """Three million cells of one digit, which are some ten thousand bytes."""
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    tables.write_xlsx(path, budget(extra=row * 3000))


def attributes_of_many_names(path):
    """A row with 300 attributes, each of another name."""
    names = " ".join(f'a{n}=""' for n in range(300))
    tables.write_xlsx(path, budget(extra=f"<row {names}/>"))


def shared_formula_of_many_cells(path):
    """A formula of 8,000 letters that 10,000 cells share: 80 MB when it is written out for each."""
    body = "LEN(&quot;" + "a" * 8000 + "&quot;)+A1"
    rows = [f'<row r="6"><c r="J6"><f t="shared" ref="J6:J10005" si="0">{body}</f><v>1</v></c></row>']
    rows += [f'<row r="{n}"><c r="J{n}"><f t="shared" si="0"/><v>1</v></c></row>' for n in range(7, 10006)]
    tables.write_xlsx(path, budget(extra="".join(rows)))


def townships_of_one_hash(path):
    """8,192 townships whose names are all one to the hash that everybody knows."""
    names = [""]
    while len(names) < 8192:
        names = [name + pair for name in names for pair in ("Ez", "FY")]
    rows = [["2021年农村公路日常养护预算"],
            ["乡镇", "县道里程", "乡道里程", "村道里程", "县道金额", "乡道金额", "村道金额", "合计"]]
    rows += [[name, 1, 2, 3, 10000, 10000, 9000, 29000] for name in names]
    tables.write_xlsx(path, {"预算": Sheet(rows)})


def heads_over_every_row(path):
    """20,000 tables, each with a head that no other has, and a fault in each."""
    with open(path, "w", encoding="utf-8") as file:
        for n in range(20000):
            file.write(f"路线编码,路线名称,行政等级,里程,甲{n}\nX001371502,甲路,怪,1.5,1\n")


def heads_across(path, n_columns, n_rows=1):
    """A list of @n_columns, most of them 里程 again or nobody knows what, over @n_rows rows of heads."""
    heads = ["路线编码", "路线名称", "行政等级", "里程"] + ["里程", "甲"] * n_columns
    rows = [[f"{head}{n if i > 3 and head == '甲' else ''}" for n, head in enumerate(heads[:n_columns])]
            for i in range(4, 4 + n_rows)]
    rows += [["X001371502", "甲路", "县道", 1.5] + [1] * (n_columns - 4)]
    tables.write_xlsx(path, {"里程": Sheet(rows)})


def as_many_heads_as_columns(path):
    heads_across(path, 16384, 3)


def csv_of_columns(path, n_columns):
    with open(path, "w", encoding="utf-8") as file:
        file.write("路线编码,路线名称,行政等级,里程" + "".join(f",甲{n}" for n in range(4, n_columns)) + "\n")
        file.write("X001371502,甲路,县道,1.5" + ",1" * (n_columns - 4) + "\n")


MADE = {
    "as-many-heads-as-columns": as_many_heads_as_columns,
    "csv-of-2000-columns": lambda path: csv_of_columns(path, 2000),
    "csv-of-2001-columns": lambda path: csv_of_columns(path, 2001),
    "heads-over-every-row": heads_over_every_row,
    "attributes-of-many-names": attributes_of_many_names,
    "cells-of-few-bytes": cells_of_few_bytes,
    "circle-beside": circle_beside,
    "circle-of-sums": circle_of_sums,
    "columns-hidden-again": columns_hidden_again,
    "copy-of-gigabytes": copy_of_gigabytes,
    "deep-xml": deep_xml,
    "far-cells": far_cells,
    "many-sheets": many_sheets,
    "name-of-itself": name_of_itself,
    "names-of-names": names_of_names,
    "rows-backwards": rows_backwards,
    "running-totals": running_totals,
    "shared-formula-of-many-cells": shared_formula_of_many_cells,
    "styled-cells": styled_cells,
    "tabs-of-one-part": tabs_of_one_part,
    "text-for-letters": text_for_letters,
    "text-of-many-cells": text_of_many_cells,
    "texts-that-double": texts_that_double,
    "texts-that-double-beside": texts_that_double_beside,
    "townships-of-one-hash": townships_of_one_hash,
}
