"""imitations.py OUT-FOLDER: workbooks written by hand in the XML that Excel and WPS write.

No Excel and no WPS stood at hand: these files imitate their form, and say so in their names.
"""
import os
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

HEADS = ["路线编码", "路线名称", "行政等级", "乡镇", "起点桩号", "止点桩号", "里程", "断头路", "修建日期", "备注"]
TEXTS = (["农村公路里程台账（示例）"] + HEADS
         + ["X001371502", "示例一路", "县道", "闫寺街道", "Y002371502", "示例二路", "乡道", "a&lt;b &amp; \"c\"",
            "C003371502", "示例三路", "村道", "道口铺街道", "2.5", "C004371502", "示例四路", "Y005371502", "示例五路",
            "北城街道", "K0+000", "K3+210", "看不见"])


def rels(entries):
    items = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{g}"/>' for i, t, g in entries)
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def types(entries):
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    items = "".join(f'<Override PartName="{p}" ContentType="{main}.{t}+xml"/>' for p, t in entries)
    return (f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>')


def shared(phonetic):
    """Every text once; the last three are rich text, text with blanks, text with a line break."""
    def plain(text):
        if phonetic and text == "示例一路":
            return ('<si><t>示例一路</t><rPh sb="0" eb="2"><t>shili</t></rPh><rPh sb="2" eb="4"><t>yilu</t></rPh>'
                    '<phoneticPr fontId="1" type="noConversion"/></si>')
        return f"<si><t>{text}</t>" + ('<phoneticPr fontId="1" type="noConversion"/>' if phonetic else "") + "</si>"
    bold = '<rPr><b/><sz val="11"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr>'
    normal = '<rPr><sz val="11"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr>'
    items = "".join(plain(text) for text in TEXTS)
    items += (f'<si><r>{normal}<t xml:space="preserve">大修 </t></r><r>{bold}<t>2019</t></r>'
              f'<r>{normal}<t xml:space="preserve"> 完工</t></r></si>')
    items += '<si><t xml:space="preserve"> 前后有空格 </t></si>'
    items += '<si><t>第一行\n第二行</t></si>'
    n = len(TEXTS) + 3
    return f'{DECLARATION}<sst xmlns="{MAIN}" count="{n + 8}" uniqueCount="{n}">{items}</sst>'


def text(at, index, style=0):
    look = f' s="{style}"' if style else ""
    return f'<c r="{at}"{look} t="s"><v>{index}</v></c>'


def number(at, value, style=0):
    look = f' s="{style}"' if style else ""
    return f'<c r="{at}"{look}><v>{value}</v></c>'


def flag(at, value):
    return f'<c r="{at}" t="b"><v>{value}</v></c>'


def rows(row_attributes):
    """The cells, each as both programs write them; the styles: 1 title, 2 date."""
    n = len(TEXTS)
    title = [text("A1", 0, 1)] + [f'<c r="{chr(65 + i)}1" s="1"/>' for i in range(1, 10)]
    heads = [text(f"{chr(65 + i)}2", i + 1) for i in range(10)]
    first = [text("A3", 11), text("B3", 12), text("C3", 13), text("D3", 14), number("E3", "1.1"), number("F3", "12.3"),
             '<c r="G3"><f>F3-E3</f><v>11.200000000000001</v></c>', flag("H3", 0), number("I3", 42185, 2), text("J3", n)]
    second = [text("A4", 15), text("B4", 16), text("C4", 17), text("D4", 14), number("E4", 0), number("F4", "6.5"),
              number("G4", "6.5"), flag("H4", 0), number("I4", 39783, 2), text("J4", 18)]
    third = [text("A5", 19), text("B5", 20), text("C5", 21), text("D5", 22), number("E5", "1.2"), number("F5", "3.7"),
             text("G5", 23), flag("H5", 1), number("I5", 44227, 2), '<c r="J5" s="2"/>']
    fourth = [text("A6", 24), text("B6", 25), text("C6", 21), text("D6", 22), number("E6", 0),
              number("F6", "0.80000000000000004"), number("G6", "0.80000000000000004"), flag("H6", 0), '<c r="I6" s="2"/>',
              text("J6", n + 1)]
    fifth = [text("A7", 26), text("B7", 27), text("C7", 17), text("D7", 28), text("E7", 29), text("F7", 30),
             number("G7", "3.21"), flag("H7", 0), number("I7", 44256, 2), text("J7", n + 2)]
    return "".join(f'<row r="{i}" {row_attributes}>{"".join(cells)}</row>'
                   for i, cells in enumerate([title, heads, first, second, third, fourth, fifth], 1))


def styles(date_format):
    return (f'{DECLARATION}<styleSheet xmlns="{MAIN}">{date_format}'
            '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
            '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf>'
            f'<xf numFmtId="{DATE_IDS[bool(date_format)]}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            '</cellXfs></styleSheet>')


DATE_IDS = {False: 14, True: 176}

EXCEL_SHEET = (
    f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr xr2 xr3" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
    'xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" '
    'xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3" '
    'xr:uid="{00000000-0001-0000-0000-000000000000}"><dimension ref="A1:J7"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
    '<sheetFormatPr defaultRowHeight="14" x14ac:dyDescent="0.3"/><sheetData>'
    + rows('spans="1:10" x14ac:dyDescent="0.3"')
    + '</sheetData><mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1>'
    '<xm:f>隐藏!$A$1</xm:f></x14:formula1><xm:sqref>C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
    '</worksheet>')

WPS_SHEET = (
    f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships" '
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetPr/><dimension ref="A1:J7"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1" sqref="A1:J1"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelRow="6"/>'
    '<cols><col min="1" max="1" width="11.5" customWidth="1"/></cols><sheetData>'
    + rows('spans="1:10"')
    + '</sheetData><mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells>'
    '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>')

HIDDEN_SHEET = (f'{DECLARATION}<worksheet xmlns="{MAIN}"><sheetData><row r="1" spans="1:1">{text("A1", 31)}</row></sheetData>'
                '</worksheet>')


def book(extra_attributes, before, after):
    return (f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"{extra_attributes}>{before}'
            '<sheets><sheet name="里程台账" sheetId="1" r:id="rId1"/>'
            f'<sheet name="隐藏" sheetId="2" state="hidden" r:id="rId2"/></sheets>{after}</workbook>')


EXCEL_BOOK = book(
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" '
    'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"',
    '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/>'
    '<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\" '
    'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>'
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="23040" windowHeight="9420"/></bookViews>',
    '<calcPr calcId="191029"/>')
WPS_BOOK = book('', '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/>'
                '<bookViews><workbookView windowWidth="22943" windowHeight="9947"/></bookViews>', '<calcPr calcId="144525"/>')

PARTS = [("/xl/workbook.xml", "sheet.main"), ("/xl/worksheets/sheet1.xml", "worksheet"),
         ("/xl/worksheets/sheet2.xml", "worksheet"), ("/xl/styles.xml", "styles"), ("/xl/sharedStrings.xml", "sharedStrings")]
BOOK_RELS = rels([("rId4", f"{OFFICE}/relationships/sharedStrings", "sharedStrings.xml"),
                  ("rId3", f"{OFFICE}/relationships/styles", "styles.xml"),
                  ("rId2", f"{OFFICE}/relationships/worksheet", "worksheets/sheet2.xml"),
                  ("rId1", f"{OFFICE}/relationships/worksheet", "worksheets/sheet1.xml")])


def app(name, version):
    return (f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties"><Application>{name}</Application>'
            f'<AppVersion>{version}</AppVersion></Properties>')


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content.encode("utf-8"), zipfile.ZIP_DEFLATED)


def root_rels(extra):
    return rels([("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
                 ("rId1", f"{OFFICE}/relationships/officeDocument", "xl/workbook.xml")] + extra)


folder = sys.argv[1]
write(os.path.join(folder, "imitates-excel.xlsx"), [
    ("[Content_Types].xml", types(PARTS)), ("_rels/.rels", root_rels([])), ("xl/workbook.xml", EXCEL_BOOK),
    ("xl/_rels/workbook.xml.rels", BOOK_RELS), ("xl/worksheets/sheet1.xml", EXCEL_SHEET),
    ("xl/worksheets/sheet2.xml", HIDDEN_SHEET), ("xl/styles.xml", styles("")), ("xl/sharedStrings.xml", shared(True)),
    ("docProps/app.xml", app("Microsoft Excel", "16.0300"))])
write(os.path.join(folder, "imitates-wps.xlsx"), [
    ("_rels/.rels", root_rels([("rId4", f"{OFFICE}/relationships/custom-properties", "docProps/custom.xml")])),
    ("docProps/app.xml", app("WPS 表格", "1.0")),
    ("docProps/custom.xml", f'{DECLARATION}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
     '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
     '<vt:lpwstr>2052-11.1.0.10000</vt:lpwstr></property></Properties>'),
    ("xl/_rels/workbook.xml.rels", BOOK_RELS), ("xl/sharedStrings.xml", shared(False)),
    ("xl/styles.xml", styles('<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy/m/d;@"/></numFmts>')),
    ("xl/workbook.xml", WPS_BOOK), ("xl/worksheets/sheet1.xml", WPS_SHEET), ("xl/worksheets/sheet2.xml", HIDDEN_SHEET),
    ("[Content_Types].xml", types(PARTS))])
