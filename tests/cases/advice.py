"""What a text advises: the commands and options it names, held against those that there are."""
import re
import subprocess

# A build without the page has no `serve`, but its texts know of it.
SERVE = {"--data", "--port", "--no-browser", "--help"}
# What ends the reach of a command that was named: "请用 yanglu audit 核对，或加 --force" speaks of two.
ENDS = "。；，、！？（）“”|`\n"
TOKEN = re.compile(r"(?P<end>[" + ENDS + r"])|(?<![\w./-])yanglu +(?P<command>[a-z]+)(?: +(?P<verb>[a-z]+)(?![\w.-]))?"
                   r"|(?<![\w./-])(?P<alone>yanglu +)(?=--)"
                   r"|(?<![\w-])(?P<option>--[a-z][a-z-]*|-o(?![\w-]))")


class Program:
    """The commands of the program, as it offers them to the shell."""

    def __init__(self, program):
        self.program = program
        self.commands = [name for name in self.complete("") if name.isalpha()]
        self.options = {name: self.options_of(name) for name in self.commands}
        self.options.setdefault("serve", SERVE)
        self.verbs = {name: {word for word in self.complete(name, "") if word.isalpha()} for name in self.commands}
        self.verbs.setdefault("serve", set())
        self.everywhere = set().union(*self.options.values()) | {"--version"}

    def complete(self, *words):
        return subprocess.run([self.program, "--complete", *words], capture_output=True, text=True).stdout.split()

    def options_of(self, command):
        options = set(self.complete(command, "-"))
        return options | {"-o"} if "--output" in options else options

    def complete_help(self, name):
        return subprocess.run([self.program, name, "--help"], capture_output=True, text=True).stdout

    def wrong(self, text, command=None, typed=""):
        """What @text names that is none: options of @command (None: of any) or of a command named before
        them. What the user @typed is said again, right or wrong."""
        known, found = self.options.get(command, self.everywhere), []
        current = known
        for token in TOKEN.finditer(text):
            if token["end"]:
                current = known
            elif token["alone"]:
                current = {"--help", "--version"}
            elif token["command"]:
                name, verb = token["command"], token["verb"]
                if name not in self.options:
                    found.append(f"yanglu {name}")
                elif verb and self.verbs[name] and verb not in self.verbs[name]:
                    found.append(f"yanglu {name} {verb}")
                current = self.options.get(name, known)
            elif token["option"] not in current and token["option"] not in typed:
                found.append(token["option"])
        return found
