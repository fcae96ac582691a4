// Posts and projects along the years: a picture, and the same as a table for who cannot see it.
#include "report/timeline.h"

#include <algorithm>
#include <chrono>

#include "base/strings.h"
#include "lint/speakers.h"
#include "report/html/page.h"

namespace starlint {

namespace {

constexpr int kLaneHeight = 34;  // pixels: the name, and its bar below
constexpr int kAxisHeight = 26;
constexpr int kMostYears = 12;  // with more, not every year gets a line

std::chrono::year_month_day date_of(double days) {
  return std::chrono::sys_days(std::chrono::days(static_cast<int>(days)));
}

int year_of(double days) { return static_cast<int>(date_of(days).year()); }

double first_day_of(int year) {
  const std::chrono::sys_days day = std::chrono::year(year) / 1 / 1;
  return static_cast<double>(day.time_since_epoch().count());
}

/// "2022-01"
std::string month_of(double days) {
  const auto date = date_of(days);
  const auto month = static_cast<unsigned>(date.month());
  return cat(static_cast<int>(date.year()), month < 10 ? "-0" : "-", month);
}

/// Whole years around all lanes.
struct Scale {
  int first_year = 0;
  int last_year = 0;

  /// Where a day stands, in percent of the width.
  std::string at(double days) const { return cat(decimal(percent(days), 2), "%"); }
  double percent(double days) const {
    const double begin = first_day_of(first_year);
    return 100 * (days - begin) / (first_day_of(last_year + 1) - begin);
  }
};

Scale scale_of(const std::vector<Lane>& lanes) {
  double begin = lanes.front().begin;
  double end = lanes.front().end;
  for (const Lane& lane : lanes) {
    begin = std::min(begin, lane.begin);
    end = std::max(end, lane.end);
  }
  return {year_of(begin), year_of(end - 1)};
}

double end_of(const Lane& lane, const Scale& scale) {
  return lane.ended ? lane.end : first_day_of(scale.last_year + 1);
}

std::string_view class_of(const Lane& lane) {
  switch (lane.kind) {
    case Lane::Kind::Post:
      return "post";
    case Lane::Kind::Dated:
      return "dated";
    case Lane::Kind::Project:
      break;
  }
  return "project";
}

void write_axis(const Scale& scale, int height, HtmlWriter& html) {
  const int years = scale.last_year - scale.first_year + 1;
  const int step = (years + kMostYears - 1) / kMostYears;
  for (int year = scale.first_year; year <= scale.last_year; year += step) {
    const std::string x = scale.at(first_day_of(year));
    html.element("line", {{"x1", x}, {"x2", x}, {"y1", "0"}, {"y2", cat(height)}}, "");
    html.element("text", {{"class", "year"}, {"x", x}, {"dx", "4"}, {"y", "14"}}, cat(year));
  }
}

void write_lane(const Lane& lane, const Scale& scale, int top, HtmlWriter& html) {
  const double begin = scale.percent(lane.begin);
  const double end = scale.percent(end_of(lane, scale));
  const bool left = begin > 40;  // the name ends with the bar, else it begins with it
  html.element("text",
               {{"class", "name"},
                {"x", cat(decimal(left ? end : begin, 2), "%")},
                {"y", cat(top + 13)},
                {"text-anchor", left ? "end" : "start"}},
               lane.name);
  html.element("rect",
               {{"class", std::string(class_of(lane))},
                {"x", scale.at(lane.begin)},
                {"y", cat(top + 18)},
                {"width", cat(decimal(std::max(end - begin, 0.4), 2), "%")},
                {"height", "9"},
                {"rx", lane.ended ? "4" : "0"}},
               "");
  for (const double date : lane.dates) {
    html.element("circle",
                 {{"class", "date"}, {"cx", scale.at(date)}, {"cy", cat(top + 22)}, {"r", "4"}},
                 "");
  }
}

void write_picture(const std::vector<Lane>& lanes, HtmlWriter& html) {
  const Scale scale = scale_of(lanes);
  const int height = kAxisHeight + kLaneHeight * static_cast<int>(lanes.size());
  html.open("div", {{"class", "scroll picture"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", "Time line, drawn"}});
  html.open("svg", {{"class", "timeline"},
                    {"width", "100%"},
                    {"height", cat(height)},
                    {"role", "img"},
                    {"aria-label", "Time line; the table below says the same"}});
  write_axis(scale, height, html);
  int top = kAxisHeight;
  for (const Lane& lane : lanes) {
    write_lane(lane, scale, top, html);
    top += kLaneHeight;
  }
  html.close();
  html.close();
}

std::string_view kind_of(const Lane& lane) {
  switch (lane.kind) {
    case Lane::Kind::Post:
      return "post";
    case Lane::Kind::Dated:
      return "title with dates";
    case Lane::Kind::Project:
      break;
  }
  return "dates told of it";
}

void write_lanes(const HtmlPage& page, const std::vector<Lane>& lanes) {
  page.html.open("details");
  page.html.element("summary", {}, "As a table");
  page.open_table("Dates", {"What", "Kind", "From", "To", "Where"});
  for (const Lane& lane : lanes) {
    page.html.open("tr");
    page.html.element("th", {{"scope", "row"}, {"dir", "auto"}}, lane.name);
    page.html.element("td", {}, kind_of(lane));
    page.html.element("td", {}, month_of(lane.begin));
    page.html.element("td", {}, lane.ended ? month_of(lane.end - 1) : "still");
    page.html.open("td");
    page.html.element("code", {}, page.place_name(lane.where));
    page.html.close();
    page.html.close();
  }
  page.close_table();
  page.html.close();
}

}  // namespace

void write_timeline_section(const HtmlPage& page) {
  const Speakers speakers(page.run);
  bool any = false;
  for (std::uint32_t speaker = 0; speaker < page.run.speakers.size(); ++speaker) {
    const std::vector<Lane> lanes = lanes_of(page.run, speakers.views()[speaker]);
    if (lanes.empty()) continue;
    any = true;
    page.head_speaker(speaker);
    write_picture(lanes, page.html);
    write_lanes(page, lanes);
  }
  if (!any) page.say("No dated post or project was read.");
}

}  // namespace starlint
