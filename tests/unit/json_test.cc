#include "catch.h"
#include "json/writer.h"

using namespace starlint;

TEST_CASE("json: one line, in the order written, never ill-formed") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("b", "quote \" and \xC3\xA9 and bad \xFF");
  json.open_array("a");
  json.value(1.5);
  json.value(3.0);
  json.value(true);
  json.null();
  json.end_array();
  json.end_object();
  CHECK(out == "{\"b\":\"quote \\\" and \xC3\xA9 and bad \xEF\xBF\xBD\",\"a\":[1.5,3,true,null]}");
}
