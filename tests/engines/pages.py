"""The pages that LibreOffice prints of workbooks: how large their type is, and what is cut.

    tests/engines/pages.py BOOK.xlsx ... [--keep DIR]

prints, sheet by sheet: pages, paper, the smallest type of the body in points with the text that has
it, and every text that is cut or stands as ###. --keep leaves the PDFs in DIR. Headers and footers
are no body. The PDF is read here, as LibreOffice writes it: a page's texts stand in its content with
their size as it is printed, a sheet has an entry of the outline, fonts tell what their codes mean.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

# A text that reaches this far beyond what is shown of its cell, in points, is cut.
SLACK = 1.0
PAPERS = {(595, 842): "A4", (842, 1191): "A3", (1191, 1684): "A2"}
FOOTER_AT = 36.0  # what stands lower than the least of our lower margins is a footer


class Text:
    """A run of text on a page: its place and what is seen of it, in points from the lower left."""

    def __init__(self, text, size, x, y, width, clip, page):
        self.text, self.size, self.x, self.y, self.width, self.clip = text, size, x, y, width, clip
        self.page = page

    def is_cut(self):
        left, lower, right, upper = self.clip
        return (self.x < left - SLACK or self.x + self.width > right + SLACK
                or self.y - self.size * 0.1 < lower - SLACK
                or self.y + self.size * 0.72 > upper + SLACK)


class Page:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.texts = []

    def get_paper(self):
        edges = tuple(sorted((round(self.width), round(self.height))))
        name = next((name for paper, name in PAPERS.items()
                     if abs(paper[0] - edges[0]) < 3 and abs(paper[1] - edges[1]) < 3), f"{edges}")
        return name + ("横" if self.width > self.height else "纵")


class Sheet:
    def __init__(self, name):
        self.name = name
        self.pages = []

    def get_texts(self):
        return [text for page in self.pages for text in page.texts]

    def get_smallest(self):
        """The smallest text of the body; None of a sheet without any."""
        return min(self.get_texts(), key=lambda text: text.size, default=None)

    def get_cut(self):
        return [text for text in self.get_texts() if text.is_cut()]

    def get_hashes(self):
        return [text for text in self.get_texts() if re.search("#{3}", text.text)]

    def get_papers(self):
        return "、".join(dict.fromkeys(page.get_paper() for page in self.pages))


class Document:
    """A PDF as LibreOffice writes it: its objects stand plainly one after another."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        self.objects = {}
        for match in re.finditer(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\nendobj", data, re.S):
            self.objects[int(match.group(1))] = match.group(2)
        self.fonts = {}

    def get_stream(self, number):
        head, _, data = self.objects[number].partition(b"stream")
        data = data.lstrip(b"\r\n")
        return zlib.decompressobj().decompress(data) if b"FlateDecode" in head else data

    def find(self, number, key, kind=rb"(\d+) 0 R"):
        match = re.search(rb"/" + key + rb"\s*" + kind, self.objects[number], re.S)
        return match and match.group(1)

    def list_pages(self):
        """The numbers of the pages in their order."""
        root = next(n for n, text in self.objects.items() if b"/Type/Catalog" in text)
        found = []

        def walk(number):
            kids = self.find(number, b"Kids", rb"\[(.*?)\]")
            if kids is None:
                found.append(number)
            for kid in re.findall(rb"(\d+) 0 R", kids or b""):
                walk(int(kid))

        walk(int(self.find(root, b"Pages")))
        return found

    def list_titles(self):
        """(page, title) of the outline, in its order."""
        found = []
        for text in self.objects.values():
            match = re.search(rb"/Title<FEFF([0-9A-F]*)>\s*/Dest\[(\d+) 0 R", text)
            if match:
                found.append((int(match.group(2)),
                              bytes.fromhex(match.group(1).decode()).decode("utf-16-be")))
        return found

    def get_fonts(self, page):
        """Name → (code → text, code → width) of the fonts of a page."""
        resources = self.find(page, b"Resources")
        holder = int(resources) if resources else page
        listed = self.find(holder, b"Font", rb"(\d+ 0 R|<<.*?>>)") or b""
        if listed.endswith(b"R"):
            listed = self.objects[int(listed.split()[0])]
        return {name: self.get_font(int(number))
                for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", listed)}

    def get_font(self, number):
        if number not in self.fonts:
            text = self.objects[number]
            first = int(re.search(rb"/FirstChar (\d+)", text).group(1))
            widths = re.search(rb"/Widths\s*\[(.*?)\]", text, re.S).group(1).split()
            signs = self.get_stream(int(self.find(number, b"ToUnicode")))
            meaning = {int(code, 16): bytes.fromhex(sign.decode()).decode("utf-16-be", "replace")
                       for code, sign in re.findall(rb"<([0-9A-F]{2})>\s*<([0-9A-F]{4,})>", signs)}
            self.fonts[number] = (meaning, {first + i: float(w) for i, w in enumerate(widths)})
        return self.fonts[number]

    def read_page(self, number):
        box = self.find(number, b"MediaBox", rb"\[(.*?)\]").split()
        page = Page(float(box[2]), float(box[3]))
        content = self.get_stream(int(self.find(number, b"Contents")))
        read_content(content, self.get_fonts(number), page)
        return page


TOKEN = re.compile(rb"<[0-9A-Fa-f]*>|\[.*?\]|\((?:\\.|[^\\)])*\)|/[^\s/<>\[\]()]+|[^\s/<>\[\]()]+", re.S)


def decode(shown, font, size):
    """The text of <…> or [<…> n <…>] and its width in points."""
    meaning, widths = font
    text, width = "", 0.0
    for part in re.findall(rb"<[0-9A-Fa-f]*>|-?[\d.]+", shown):
        if part.startswith(b"<"):
            for code in bytes.fromhex(part[1:-1].decode()):
                text += meaning.get(code, "")
                width += widths.get(code, 0.0)
        else:
            width -= float(part)
    return text, width * size / 1000


def intersect(clip, box):
    return (max(clip[0], box[0]), max(clip[1], box[1]), min(clip[2], box[2]), min(clip[3], box[3]))


def read_content(content, fonts, page):
    clip, kept, box = (0.0, 0.0, page.width, page.height), [], None
    font, size, x, y, stack = None, 0.0, 0.0, 0.0, []
    for match in TOKEN.finditer(content):
        token = match.group()
        if token == b"q":
            kept.append(clip)
        elif token == b"Q":
            clip = kept.pop()
        elif token == b"re":
            left, lower, width, height = map(float, stack[-4:])
            box = (left, min(lower, lower + height), left + width, max(lower, lower + height))
        elif token in (b"W", b"W*") and box is not None:
            clip = intersect(clip, box)
        elif token == b"BT":
            x, y = 0.0, 0.0
        elif token == b"Td":
            x, y = x + float(stack[-2]), y + float(stack[-1])
        elif token == b"Tm":
            x, y = float(stack[-2]), float(stack[-1])
        elif token == b"Tf":
            font, size = fonts[stack[-2].lstrip(b"/")], float(stack[-1])
        elif token in (b"Tj", b"TJ"):
            text, width = decode(stack[-1], font, size)
            if text.strip() and y > FOOTER_AT:
                page.texts.append(Text(text, size, x, y, width, clip, page))
        else:
            stack.append(token)
            continue
        stack = []


def read_pdf(path):
    """The sheets of a printed workbook."""
    document = Document(path)
    begun = dict(document.list_titles())
    sheets = []
    for number in document.list_pages():
        if number in begun:
            sheets.append(Sheet(begun[number]))
        sheets[-1].pages.append(document.read_page(number))
    return sheets


def print_books(books, folder):
    """The PDFs that LibreOffice makes of @books, in @folder."""
    profile = os.path.join(folder, "profile")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
                    "--convert-to", "pdf", "--outdir", folder, *books], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return [os.path.join(folder, os.path.splitext(os.path.basename(book))[0] + ".pdf")
            for book in books]


def show(book, sheets):
    print(f"{os.path.basename(book)}：{sum(len(sheet.pages) for sheet in sheets)} 页")
    for sheet in sheets:
        smallest = sheet.get_smallest()
        print(f"  {sheet.name}\t{len(sheet.pages)} 页\t{sheet.get_papers()}\t"
              + (f"{smallest.size:.1f} 磅 “{smallest.text[:20]}”" if smallest else "空"))
        for text in sheet.get_hashes():
            print(f"    ### {text.text}")
        for text in sheet.get_cut():
            print(f"    截断 “{text.text}”")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("books", nargs="+")
    parser.add_argument("--keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="yl-pages-") as folder:
        for book, pdf in zip(options.books, print_books(options.books, folder)):
            show(book, read_pdf(pdf))
            if options.keep:
                shutil.copy(pdf, options.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
