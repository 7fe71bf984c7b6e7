// node exceljs.mjs roads.json OUT.xlsx: the list as exceljs writes it.
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";

const [, , source, target] = process.argv;
const rows = JSON.parse(readFileSync(source, "utf8"));
const book = new ExcelJS.Workbook();
book.created = book.modified = new Date("2021-01-01T00:00:00Z");
const sheet = book.addWorksheet("里程台账");
book.addWorksheet("隐藏", { state: "hidden" }).getCell("A1").value = "看不见";

rows.forEach((row, r) =>
  row.forEach((value, c) => {
    if (value === null) return;
    const cell = sheet.getCell(r + 1, c + 1);
    if (value.date) {
      cell.value = new Date(value.date + "T00:00:00Z");
      cell.numFmt = "yyyy-mm-dd";
    } else if (value.rich) {
      cell.value = { richText: value.rich.map((text, i) => ({ text, font: { bold: i % 2 === 1 } })) };
    } else if (value.formula) {
      cell.value = { formula: value.formula, result: value.value };
    } else {
      cell.value = value;
    }
  })
);
sheet.mergeCells("A1:J1");
await book.xlsx.writeFile(target);
