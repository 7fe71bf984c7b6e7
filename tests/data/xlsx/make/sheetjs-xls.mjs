// node sheetjs-xls.mjs roads.json OUT biff8|ods: the list as SheetJS writes it in other forms.
import { readFileSync } from "node:fs";
import * as XLSX from "xlsx/xlsx.mjs";
import * as fs from "node:fs";
XLSX.set_fs(fs);

const [, , source, target, form] = process.argv;
const rows = JSON.parse(readFileSync(source, "utf8"));
const day = (date) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86400000;
const cell = (value) =>
  value.date && form === "ods" ? { t: "d", v: new Date(value.date), z: "yyyy-mm-dd" }
  : value.date ? { t: "n", v: day(value.date), z: "yyyy-mm-dd" }
  : value.rich ? { t: "s", v: value.rich.join("") }
  : value.formula ? { t: "n", f: value.formula, v: value.value }
  : { t: typeof value === "boolean" ? "b" : typeof value === "number" ? "n" : "s", v: value };
const sheet = {};
rows.forEach((row, r) => row.forEach((value, c) => { if (value !== null) sheet[XLSX.utils.encode_cell({ r, c })] = cell(value); }));
sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: 9 } });
sheet["!merges"] = [XLSX.utils.decode_range("A1:J1")];
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "里程台账");
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["看不见"]]), "隐藏");
book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
XLSX.writeFile(book, target, { bookType: form, compression: true });
