"""fods.py roads.json OUT.fods: the list as a flat OpenDocument table, for LibreOffice to convert."""
import json
import sys
from xml.sax.saxutils import escape

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{OFFICE}office:1.0" xmlns:table="{OFFICE}table:1.0" xmlns:text="{OFFICE}text:1.0"
 xmlns:style="{OFFICE}style:1.0" xmlns:number="{OFFICE}datastyle:1.0" xmlns:fo="{OFFICE}xsl-fo-compatible:1.0" xmlns:of="{OFFICE}of:1.2"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text>\
<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:boolean-style style:name="N2"><number:boolean/></number:boolean-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="flag" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="里程台账">
"""
TAIL = """</table:table>
<table:table table:name="隐藏" table:style-name="hidden"><table:table-row><table:table-cell \
office:value-type="string"><text:p>看不见</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document>
"""


def text(value):
    """One paragraph a line; blanks at the ends survive only as text:s."""
    kept = escape(value)
    if kept != kept.strip(" "):
        kept = "<text:s/>" * (len(kept) - len(kept.lstrip(" "))) + kept.strip(" ") + "<text:s/>" * (
            len(kept) - len(kept.rstrip(" ")))
    return "".join(f"<text:p>{line}</text:p>" for line in kept.split("\n"))


def cell(value, span):
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        word = "true" if value else "false"
        return f'<table:table-cell table:style-name="flag" office:value-type="boolean" office:boolean-value="{word}"/>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    if isinstance(value, str):
        return f'<table:table-cell{span} office:value-type="string">{text(value)}</table:table-cell>'
    if "date" in value:
        return f'<table:table-cell table:style-name="date" office:value-type="date" office:date-value="{value["date"]}"/>'
    if "formula" in value:
        formula = "of:=[.F3]-[.E3]"
        return f'<table:table-cell table:formula="{formula}" office:value-type="float" office:value="{value["value"]}"/>'
    runs = "".join(f'<text:span text:style-name="bold">{run}</text:span>' if i % 2 else run
                   for i, run in enumerate(value["rich"]))
    return f'<table:table-cell office:value-type="string"><text:p>{runs}</text:p></table:table-cell>'


with open(sys.argv[1], encoding="utf-8") as source:
    rows = json.load(source)
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write(HEAD)
    for r, row in enumerate(rows):
        span = ' table:number-columns-spanned="10"' if r == 0 else ""
        out.write("<table:table-row>" + "".join(cell(value, span) for value in row) + "</table:table-row>\n")
    out.write(TAIL)
