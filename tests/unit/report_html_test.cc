#include <cctype>
#include <set>

#include "catch.h"
#include "report/html/html_writer.h"
#include "report_samples.h"

using namespace starlint;

namespace {

const std::vector<std::string> kHostile = {
    "<script>alert(1)</script>",
    "</script></style></title>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' x='",
    "<!-- --> ]]> <![CDATA[",
    "&lt;b&gt; &#60;b> &amp",
    "a<b>c</b",
    "{{script}} {{policy}} {{",
    "javascript:alert(1)",
    "\x1b]8;;http://x\x1b\\",
    "one\u2028two\u2029three\u0085",
    "\u202Ereversed\u202C \u2066isolated\u2069",
    std::string("zero\0byte", 9),
    "broken \xC3\x28 \xFF bytes \xE2\x82",
    "<\u0000script>",
};

/// What a browser would read as a tag: "<" and a letter, "/", "!" or "?".
std::vector<std::string> tags_of(const std::string& html) {
  std::vector<std::string> tags;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    tags.push_back(html.substr(at, html.find('>', at) - at + 1));
  }
  return tags;
}

/// The page without its own style and script, which are the same for all notes.
std::string body_of(const std::string& html) {
  const std::size_t begin = html.find("<body>");
  return html.substr(begin, html.find("<script>", begin) - begin);
}

std::string page_of(const std::string& words) {
  Sample sample({{words.find('/') == std::string::npos ? words + ".md" : "notes.md",
                  "# " + words + "\n\nWe were **" + words + "** eight.\n"}});
  const std::string& path = sample.run.files.front()->source.path;
  sample.story(path, "# ", "eight", words).project_name = words;
  Finding& finding = sample.team(path, "eight");
  finding.message = words;
  finding.related.push_back({sample.place(path, "We"), words});
  finding.fix = Fix{words, true, {{finding.where.span, words}}, false};
  return sample.report("html");
}

}  // namespace

TEST_CASE("html: whatever the text, no markup character is left") {
  for (const std::string& text : kHostile) {
    const std::string safe = escaped(text);
    INFO(safe);
    CHECK(safe.find_first_of("<>\"'") == std::string::npos);
    for (std::size_t at = safe.find('&'); at != std::string::npos; at = safe.find('&', at + 1)) {
      const std::string reference = safe.substr(at, safe.find(';', at) - at + 1);
      CHECK(std::set<std::string>{"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}.count(reference) ==
            1);
    }
    for (const char c : safe) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    for (const char* control : {"\u202E", "\u202C", "\u2066", "\u2069"}) {
      CHECK(safe.find(control) == std::string::npos);
    }
  }
}

TEST_CASE("html: what is escaped can be read") {
  CHECK(escaped("R&D < 5 > 4 \"so\" it's") == "R&amp;D &lt; 5 &gt; 4 &quot;so&quot; it&#39;s");
  CHECK(escaped("a\tb\r\nc\rd\ne") == "a    b\nc\nd\ne");
  CHECK(escaped(std::string("a\0b", 3)) == "a&lt;U+0000&gt;b");
  CHECK(escaped("\xFF") == "\uFFFD");
  CHECK(escaped("café 🚀 日本") == "café 🚀 日本");
}

TEST_CASE("html: the writer closes what it opens and quotes every value") {
  std::string out;
  StringSink sink(out);
  {
    HtmlWriter html(sink);
    html.open("p", {{"class", "a\"b"}, {"hidden", ""}});
    html.element("b", {}, "<i>");
    html.lone("br", {});
    html.text("&");
    html.close();
  }
  CHECK(out == "<p class=\"a&quot;b\" hidden><b>&lt;i&gt;</b><br>&amp;</p>");
}

TEST_CASE("html: hostile notes, names, messages and repairs add no tag and no attribute") {
  const std::string plain = body_of(page_of("plain words"));
  const auto shape_of = [](const std::string& html) {
    std::vector<std::string> shape;
    for (const std::string& tag : tags_of(html)) {
      // A tag with the values of its attributes left out.
      std::string names;
      bool quoted = false;
      for (const char c : tag) {
        quoted = quoted != (c == '"');
        if (!quoted) names += c;
      }
      shape.push_back(names);
    }
    return shape;
  };
  const std::vector<std::string> expected = shape_of(plain);
  REQUIRE(expected.size() > 100);
  for (const std::string& text : kHostile) {
    const std::string one_line = text.substr(0, text.find_first_of("\r\n"));
    INFO(escaped(one_line));
    CHECK(shape_of(body_of(page_of(one_line))) == expected);
  }
}

TEST_CASE("html: the policy allows this style and this script and nothing else") {
  const std::string html = page_of("plain words");
  const std::size_t begin = html.find("content=\"default-src");
  const std::string policy = html.substr(begin, html.find('>', begin) - begin);
  CHECK(policy.find("content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action "
                    "&#39;none&#39;; style-src &#39;sha256-") == 0);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("http") == std::string::npos);
  for (const char* attribute : {" style=", " onclick=", " src=", "href=\"http"}) {
    CHECK(html.find(attribute) == std::string::npos);
  }
}

TEST_CASE("html: a secret is on no page") {
  Sample sample({{"a.md", "# Keys\n\nThe password was hunter2hunter2 then.\n"}});
  Finding& finding = sample.team("a.md", "hunter2hunter2");
  finding.secret = true;
  finding.message = "hidden";
  finding.fix = Fix{"hide it", true, {{finding.where.span, "x"}}, false};
  sample.story("a.md", "# Keys", "then", "Keys");
  sample.run.files.front()->redacted = "# Keys\n\nThe password was ************** then.\n";
  const std::string html = sample.report("html");
  CHECK(html.find("hunter2") == std::string::npos);
  CHECK(html.find("**************") != std::string::npos);
}
