// node sheetjs.mjs roads.json OUT.xlsx [inline]: the list as SheetJS writes it, with shared strings or without.
import { readFileSync } from "node:fs";
import XLSX from "xlsx";

const [, , source, target, form] = process.argv;
const rows = JSON.parse(readFileSync(source, "utf8"));
const sheet = {};
rows.forEach((row, r) =>
  row.forEach((value, c) => {
    if (value === null) return;
    const at = XLSX.utils.encode_cell({ r, c });
    if (value.date) sheet[at] = { t: "n", v: (Date.parse(value.date) - Date.UTC(1899, 11, 30)) / 86400000, z: "yyyy-mm-dd" };
    else if (value.rich)
      sheet[at] = { t: "s", v: value.rich.join(""), r: value.rich.map((t) => `<r><rPr><b/></rPr><t xml:space="preserve">${t}</t></r>`).join("") };
    else if (value.formula) sheet[at] = { t: "n", f: value.formula, v: value.value };
    else sheet[at] = { t: typeof value === "boolean" ? "b" : typeof value === "number" ? "n" : "s", v: value };
  })
);
sheet["!ref"] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: 9 } });
sheet["!merges"] = [XLSX.utils.decode_range("A1:J1")];
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "里程台账");
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["看不见"]]), "隐藏");
book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
XLSX.writeFile(book, target, { bookSST: form !== "inline", compression: true });
