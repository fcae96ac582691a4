#include <sys/stat.h>

#include <algorithm>

#include "catch.h"
#include "scratch.h"
#include "source/document.h"
#include "source/walk.h"

using namespace starlint;

namespace {

/// What a walk of one argument finds, relative to the scratch directory, with its problems.
std::vector<std::string> found(const Scratch& scratch, const std::string& argument,
                               const WalkOptions& options = {}) {
  std::vector<std::string> out;
  const Walk walk = find_notes({scratch.path(argument)}, options);
  const std::size_t prefix = scratch.root().string().size() + 1;
  for (const NotePath& note : walk.files) out.push_back(note.path.substr(prefix));
  for (const Error& problem : walk.problems) {
    out.push_back("! " + problem.path.substr(prefix) + ": " + problem.message);
  }
  return out;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("source: a directory yields its notes, sorted") {
  const Scratch scratch;
  for (const char* name :
       {"n/b.md", "n/a.MD", "n/c.org", "n/d.txt", "n/e.text", "n/f.markdown", "n/g.cc", "n/README",
        "n/.hidden/x.md", "n/node_modules/x.md", "n/sub/deep/h.md", "n/with\nline feed.md"}) {
    scratch.write(name, "text");
  }
  CHECK(found(scratch, "n") == Paths{"n/a.MD", "n/b.md", "n/c.org", "n/d.txt", "n/e.text",
                                     "n/f.markdown", "n/sub/deep/h.md", "n/with\nline feed.md"});
  CHECK(found(scratch, "n/g.cc") == Paths{"n/g.cc"});
  CHECK(found(scratch, "none.md") == Paths{"! none.md: no such file or directory"});
}

TEST_CASE("source: .gitignore files hold from the repository's root down to the file") {
  const Scratch scratch;
  for (const char* name : {"r/a.md", "r/drafts/b.md", "r/s/a.txt", "r/s/keep.txt", "r/s/t/c.md"}) {
    scratch.write(name, "text");
  }
  scratch.write("r/.git/HEAD", "ref: refs/heads/main\n");
  scratch.write("r/.gitignore", "drafts/\n*.txt\n/s/t/c.md\n");
  scratch.write("r/s/.gitignore", "!keep.txt\n");
  CHECK(found(scratch, "r") == Paths{"r/a.md", "r/s/keep.txt"});
  CHECK(found(scratch, "r/s") == Paths{"r/s/keep.txt"});
  CHECK(found(scratch, "r/s/t") == Paths{});
  CHECK(found(scratch, "r/drafts") == Paths{"r/drafts/b.md"});  // named
  CHECK(found(scratch, "r/s/a.txt") == Paths{"r/s/a.txt"});
  CHECK(found(scratch, "r", {false}) ==
        Paths{"r/a.md", "r/drafts/b.md", "r/s/a.txt", "r/s/keep.txt", "r/s/t/c.md"});
}

TEST_CASE("source: links, pipes and devices in a tree are never opened") {
  const Scratch scratch;
  scratch.write("n/a.md", "text");
  std::filesystem::create_directory_symlink(scratch.path("n"), scratch.path("n/loop"));
  std::filesystem::create_symlink(scratch.path("n/a.md"), scratch.path("n/link.md"));
  std::filesystem::create_symlink("nowhere", scratch.path("n/dangling.md"));
  REQUIRE(mkfifo(scratch.path("n/pipe.md").c_str(), 0600) == 0);
  CHECK(found(scratch, "n") == Paths{"n/a.md"});
  CHECK(found(scratch, "n/link.md") == Paths{"n/link.md"});
  CHECK(found(scratch, "n/pipe.md") == Paths{"! n/pipe.md: is neither a file nor a directory"});
  CHECK(read_file(scratch.path("n/pipe.md")).error().message == "is not a regular file");
}

TEST_CASE("source: what is printed is the path as given, tidied") {
  const Scratch scratch;
  scratch.write("n/a.md", "text");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.root());
  CHECK(find_notes({"."}).files.front().path == "n/a.md");
  CHECK(find_notes({"./n/"}).files.front().path == "n/a.md");
  CHECK(find_notes({"n//a.md", "n"}).files.size() == 1);
  CHECK(find_notes({"n//a.md", "n"}).files.front().named);
  std::filesystem::current_path(before);
}

TEST_CASE("source: whose a note is without settings, whatever the order of arguments") {
  const Scratch scratch;
  for (const char* name : {"n/a.md", "n/b.md", "n/s/c.md", "d.md"}) scratch.write(name, "text");
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.root());
  const auto folders = [](std::vector<std::string> arguments) {
    Paths out;
    for (const NotePath& note : find_notes(arguments).files) out.push_back(note.folder);
    std::reverse(arguments.begin(), arguments.end());
    Paths reversed;
    for (const NotePath& note : find_notes(arguments).files) reversed.push_back(note.folder);
    CHECK(out == reversed);
    return out;
  };
  CHECK(folders({"n/a.md", "n/b.md"}) == Paths{"n", "n"});
  CHECK(folders({"n/"}) == Paths{"n", "n", "n"});
  CHECK(folders({"n", "n/s/c.md", "n/s"}) == Paths{"n", "n", "n"});
  CHECK(folders({"./d.md", "n/s/c.md"}) == Paths{".", "n/s"});
  CHECK(folders({"n", "."}) == Paths{".", ".", ".", "."});
  std::filesystem::current_path(before);
}

TEST_CASE("source: a folder without notes is told, with the documents in it") {
  const Scratch scratch;
  scratch.write("d/cv.PDF", "%PDF-1.4");
  scratch.write("d/deep/cv.docx", "PK");
  scratch.write("d/photo.png", "");
  scratch.write("n/a.md", "text");
  scratch.write("n/cv.pdf", "%PDF-1.4");
  const Walk walk = find_notes({scratch.path("n"), scratch.path("d")});
  REQUIRE(walk.empty.size() == 1);
  CHECK(walk.empty[0].path == scratch.path("d"));
  CHECK(walk.empty[0].documents == Paths{scratch.path("d/cv.PDF"), scratch.path("d/deep/cv.docx")});
}

TEST_CASE("source: for each kind of document, how notes are made of it") {
  CHECK(conversion_of("in/My CV.docx") == "pandoc -t markdown -o 'in/My CV.md' 'in/My CV.docx'");
  CHECK(conversion_of("cv.RTF") == "pandoc -t markdown -o 'cv.md' 'cv.RTF'");
  CHECK(conversion_of("ann's.pdf") == "pdftotext -layout 'ann'\\''s.pdf' 'ann'\\''s.txt'");
  CHECK(conversion_of("cv.doc") == "libreoffice --convert-to txt:Text 'cv.doc'");
  CHECK(conversion_of("cv.pages") == "export it as text in Pages");
  CHECK_FALSE(is_document("cv.md"));
}

TEST_CASE("source: of JSON, a directory yields what is called and made like a JSON Resume") {
  const Scratch scratch;
  scratch.write("n/Ann-Resume.json", R"({"basics": {}, "work": []})");
  scratch.write("n/other.json", R"({"basics": {}, "work": []})");
  scratch.write("n/list/resume.json", R"({"name": "basics", "work": []})");
  scratch.write("n/deep/resume.json", R"({"a": {"basics": {}, "work": []}})");
  scratch.write("n/broken/resume.json", R"({"basics": {}, "work": [)");
  CHECK(found(scratch, "n") == Paths{"n/Ann-Resume.json"});
  CHECK(found(scratch, "n/other.json") == Paths{"n/other.json"});
}
