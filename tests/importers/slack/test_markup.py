import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.ground import text
from vloot.ground.text import plain as words
from vloot.importers.slack import markup
from vloot.importers.slack.emoji import emoji
from vloot.importers.slack.markup import Names

NAMES = Names(
    person=lambda found: {"U1": "anna", "U2": "bram_de.wit"}.get(found, ""),
    space=lambda found: {"C1": "/s/quay/"}.get(found, ""),
)
PEOPLE = {"anna": "/people/1/", "bram_de.wit": "/people/2/"}


def shown(source: str) -> str:
    """What a message of Slack's looks like here."""
    body = text.parse(
        markup.markdown(source, NAMES),
        resolve=lambda names: {name: PEOPLE[name] for name in names if name in PEOPLE},
        may_be_empty=True,
    )
    return body.html.replace(' rel="nofollow noopener noreferrer"', "").replace("\n", "").strip()


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*bold* _it_ ~gone~", "<p><strong>bold</strong> <em>it</em> <s>gone</s></p>"),
        ("*_both_* (*x*) *two words*!", "<p><em><strong>both</strong></em> (<strong>x</strong>) <strong>two words</strong>!</p>"),
        ("2*3*4, **kwargs, snake_case, _x, * no *", "<p>2*3*4, **kwargs, snake_case, _x, * no *</p>"),
        ("&lt;b&gt; &amp; &amp;copy;", "<p>&lt;b&gt; &amp; &amp;copy;</p>"),
        ("`a *b* &lt; <@U1>`", "<p><code>a *b* &lt; @anna</code></p>"),
        ("see ```\nif x:\n    *y*\n``` ok", "<p>see</p><pre tabindex=\"0\"><code>if x:    *y*</code></pre><p>ok</p>"),
        ("```a `b` ``` c", "<pre tabindex=\"0\"><code>a `b` </code></pre><p>c</p>"),
        ("&gt; said\nanswer", "<blockquote><p>said</p></blockquote><p>answer</p>"),
        ("&gt;&gt;&gt; one\ntwo", "<blockquote><p>one<br>two</p></blockquote>"),
        ("# no head\n---\n+ no list", "<p># no head<br>---<br>+ no list</p>"),
        ("• one\n• two", "<ul><li>one</li><li>two</li></ul>"),
        ("C:\\_x [a](b) ! | a | b", "<p>C:\\_x [a](b) ! | a | b</p>"),
        ("[x]: http-no", "<p>[x]: http-no</p>"),
    ],
)  # fmt: skip
def test_marks(source: str, html: str) -> None:
    assert shown(source) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("hi <@U1|old>!", '<p>hi <a class="mention" href="/people/1/">@anna</a>!</p>'),
        ("<@U2>, _x_", '<p><a class="mention" href="/people/2/">@bram_de.wit</a>, <em>x</em></p>'),
        ("_<@U1>_", '<p><em><a class="mention" href="/people/1/">@anna</a></em></p>'),
        ("cc<@U1>/<@U1>s", '<p>cc <a class="mention" href="/people/1/">@anna</a>/ <a class="mention" href="/people/1/">@anna</a> s</p>'),
        ("<@U9|ghost> and @anna in a tweet", "<p>@ghost and @anna in a tweet</p>"),
        ("<#C1|quay> <#C2|secret> <!here> <!subteam^S1|@crew>", '<p><a href="/s/quay/">#quay</a> #secret @here @crew</p>'),
        ("<!date^139^{date}|yesterday>", "<p>yesterday</p>"),
        ("<https://a.example/x_y_z?a=1&amp;b=2>", '<p><a href="https://a.example/x_y_z?a=1&amp;b=2" class="alone">https://a.example/x_y_z?a=1&amp;b=2</a></p>'),
        ("so!<https://a.example/(1)|the [x] @anna>", '<p>so!<a href="https://a.example/%281%29">the [x] @anna</a></p>'),
        ("<mailto:a@b.example|a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
        ("<javascript:alert(1)|click> <slack://x|open>", "<p>click open</p>"),
    ],
)  # fmt: skip
def test_references(source: str, html: str) -> None:
    assert shown(source) == html


def test_emoji() -> None:
    assert emoji("+1") == "👍"
    assert emoji("clap::skin-tone-3") == "👏🏼"
    assert emoji("rocket") == "🚀"
    assert (emoji("our_logo"), emoji("house"), emoji("sharp")) == ("", "🏠", "")
    assert (
        markup.markdown("at 10:30:45 :tada: :our_logo: :wave::skin-tone-6:", NAMES)
        == "at 10:30:45 🎉 :our_logo: 👋🏿"
    )


def test_who_is_mentioned() -> None:
    assert markup.mentioned("<@U1|a> <@U1> <#C1|x> <!here> `<@U2>`") == [("U1", "a"), ("U1", ""), ("U2", "")]


@given(st.text(alphabet="ab *_~`<>@#|!&;:/.\\[]()-=+\n\ue000\ue0011U", max_size=80))
def test_nothing_breaks_it(source: str) -> None:
    shown(source)
    markup.plain(source, NAMES)


@given(
    st.lists(
        st.sampled_from(
            ["one", "2*3", "a_b", "__init__", "C:\\_d", "[x](y)", "#1", "1~2", "a`b", "&lt;i&gt;"]
        ),
        min_size=1,
    )
)
def test_plain_words_stay_as_they_are(parts: list[str]) -> None:
    """No word that Slack showed as it was typed loses or gains a letter."""
    source = "x " + " x ".join(parts)
    assert words(shown(source)) == markup.unescape_slack(source)
