// What a record comes to, and what is wrong with it: the page of a build without npm or esbuild.
"use strict";

var PAUSE_MS = 3000;
var root = document.documentElement;

// The second secret comes once, with the page that the token opened.
if (root.dataset.secret) {
  sessionStorage.setItem("secret", root.dataset.secret);
  delete root.dataset.secret;
  history.replaceState(null, "", "/");
}

function find(id) {
  return document.getElementById(id);
}

function add(parent, name, text) {
  var element = document.createElement(name);
  element.textContent = text;
  parent.appendChild(element);
  return element;
}

function ask(path) {
  return fetch(path, {
    headers: { "X-Yanglu-Secret": sessionStorage.getItem("secret") || "" },
  }).then(function (answer) {
    if (answer.ok) return answer;
    return answer.json().then(function (said) {
      throw new Error(said.error);
    });
  });
}

function show(state) {
  var figures = find("figures");
  var findings = find("findings");
  find("state").textContent = state.trouble || "第 " + state.figures_revision + " 步";
  figures.textContent = "";
  (state.figures || []).forEach(function (figure) {
    var row = add(figures, "tr", "");
    add(row, "td", figure.title);
    add(row, "td", figure.shown).className = "number";
  });
  findings.textContent = "";
  (state.findings ? state.findings.first : []).forEach(function (finding) {
    add(findings, "li", finding.message);
  });
}

function look() {
  ask("/api/changes?since=" + Number.MAX_SAFE_INTEGER)
    .then(function (answer) {
      return answer.json();
    })
    .then(show)
    .catch(function (error) {
      find("state").textContent = error.message;
    })
    .then(function () {
      setTimeout(look, PAUSE_MS);
    });
}

function take(name) {
  ask("/api/exports/" + name)
    .then(function (answer) {
      return answer.blob();
    })
    .then(function (blob) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
    })
    .catch(function (error) {
      find("state").textContent = error.message;
    });
}

[
  ["budget.xlsx", "导出预算"],
  ["entry.xlsx", "导出录入表"],
  ["roads.csv", "导出里程台账"],
].forEach(function (file) {
  add(find("exports"), "button", file[1]).addEventListener("click", function () {
    take(file[0]);
  });
});
look();
