"""Explanations as text, HTML and JSON."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from support.chains import middle

from redline_plugin.core.explain.explain import explain_chain
from redline_plugin.core.explain.render import as_html, as_json, as_text
from redline_plugin.core.explain.tree import Place


def chain_at(chain, column=4, row=5):
    return explain_chain(Place(str(chain.importance), *middle(column, row)), depth=3)


def test_text_holds_what_the_explanation_does(chain):
    text = as_text(chain_at(chain))
    value = chain.values["retention"][5, 4]
    assert f"= {value:.7g}" in text
    assert "Rainfall erosivity R: " in text
    assert "A = R·K·LS·(1 − C)" in text
    assert "{" not in text
    lacking = as_text(chain_at(chain, 1, 0))
    assert "✗ Cover factor C: 1.5 [1.5 is outside the valid range (0 to 1)]" in lacking


def test_every_text_is_translated(chain):
    told = []

    def translate(text):
        told.append(text)
        return f"«{text}»"

    text = as_text(chain_at(chain), translate)
    assert "«Inputs»" in text
    assert "«Soil retention»" in text
    assert "Inputs" in told


def test_json_is_data(chain):
    found = json.loads(as_json(chain_at(chain)))
    assert [one["algorithm"] for one in found] == ["gradefunction", "soilretention"]
    index = found[1]
    assert index["value"] == float(chain.values["retention"][5, 4])
    rows = {row["name"]: row for row in index["groups"]["inputs"]}
    assert rows["COVER_MANAGEMENT"]["value"] == float(chain.arrays["COVER_MANAGEMENT"][5, 4])
    assert rows["COVER_MANAGEMENT"]["symbol"] == "C"
    assert found[0]["groups"]["inputs"][0]["file"] == str(chain.retention)
    lacking = json.loads(as_json(chain_at(chain, 0, 0)))
    assert lacking[0]["value"] is None


class Balanced(HTMLParser):
    """Fails when tags do not match."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = ""

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.seen += data


def test_html_is_whole_and_escaped(chain, tmp_path):
    page = as_html(chain_at(chain), lambda text: text.replace("Inputs", "<b>&"), "zh")
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert "<b>&" in parser.seen
    assert 'lang="zh"' in page
    assert 'class="chip"' in page
    assert "http" not in page
