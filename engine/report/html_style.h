// The look of the printed form: black on white, hairlines, one column that fits A4.
#pragma once

#include <string_view>

namespace biaokao {

inline constexpr std::string_view html_style = R"css(
* { box-sizing: border-box; }
html { background: #dfe4ea; }
body { margin: 0 auto; max-width: 62rem; padding: 2.2rem 2.6rem 3rem; background: #fff; color: #1b1f24;
  font: 15px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "PingFang SC", sans-serif; }
header { border-bottom: 3px double #1b1f24; padding-bottom: .9rem; margin-bottom: 1.2rem; }
h1 { font-size: 1.55rem; text-align: center; letter-spacing: .12em; margin: 0 0 .2rem; }
header p { margin: 0; text-align: center; color: #5b6470; }
h2 { font-size: 1.12rem; margin: 2rem 0 .5rem; display: flex; align-items: baseline; }
h2 .code { color: #5b6470; font-weight: 400; font-size: .92rem; margin: 0 .8rem; }
h2 .sum { margin-left: auto; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #c3cad3; padding: .38rem .55rem; text-align: left; vertical-align: top; }
th { background: #eef1f5; font-weight: 600; white-space: nowrap; }
.facts th { width: 7.5rem; }
.points { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.form td { overflow-wrap: anywhere; }
.form .id { white-space: nowrap; }
.form .why td { border-top: 0; color: #5b6470; font-size: .9rem; padding-top: .1rem; }
.form .why ul { margin: 0; padding-left: 1.1rem; }
.form tr.earned .points:last-child { color: #156f3c; font-weight: 600; }
.form tr.missed .points:last-child { color: #b3261e; font-weight: 600; }
.form tr.partly .points:last-child, .form tr.not_graded .points:last-child { color: #8a5a00; font-weight: 600; }
.form tfoot td { background: #eef1f5; font-weight: 600; }
.total { margin: 1.2rem 0 0; display: flex; align-items: baseline; border: 2px solid #1b1f24; padding: .7rem 1rem; }
.total strong { margin: 0 1.6rem; font-size: 1.6rem; font-variant-numeric: tabular-nums; }
.passed { color: #156f3c; font-weight: 700; } .failed { color: #b3261e; font-weight: 700; } .undecided { color: #8a5a00; }
.material { margin: .9rem 0 0; }
figure { margin: 0 0 1rem; border: 1px solid #c3cad3; padding: .5rem; }
figure svg { display: block; width: 100%; height: auto; max-height: 44rem; }
figcaption { color: #5b6470; font-size: .9rem; padding-top: .35rem; }
.signatures { margin-top: 2.4rem; }
.signatures td { height: 3.2rem; } .signatures th { width: 16%; }
footer { margin-top: 1.6rem; color: #5b6470; font-size: .82rem; border-top: 1px solid #c3cad3; padding-top: .6rem; }
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  html { background: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  tr, figure, .total, .signatures { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; } /* the sum once, not on every page */
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";

} // namespace biaokao
