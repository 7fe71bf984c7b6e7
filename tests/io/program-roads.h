#pragma once

/** What every office program was given to save, as row-text shows it: the files of tests/data say by whom. */
#define PROGRAM_ROADS                                                                                                 \
  "[里程台账]\n"                                                                                                  \
  "1: 农村公路里程台账（示例）\n"                                                                         \
  "2: 路线编码|路线名称|行政等级|乡镇|起点桩号|止点桩号|里程|断头路|修建日期|备注\n" \
  "3: X001371502|示例一路|县道|闫寺街道|1.1|12.3|11.2|0|2015-06-30|大修 2019 完工\n"                    \
  "4: Y002371502|示例二路|乡道|闫寺街道|0|6.5|6.5|0|2008-12-01|a<b & \"c\"\n"                               \
  "5: C003371502|示例三路|村道|道口铺街道|1.2|3.7|2.5|1|2021-01-31\n"                                      \
  "6: C004371502|示例四路|村道|道口铺街道|0|0.8|0.8|0|| 前后有空格 \n"                                \
  "7: Y005371502|示例五路|乡道|北城街道|K0+000|K3+210|3.21|0|2021-03-01|第一行\n第二行\n"             \
  "[end]\n"
#define PROGRAM_HIDDEN_SHEET "[隐藏, hidden]\n1: 看不见\n[end]\n"
/** Some programs say of no sheet that it is hidden. */
#define PROGRAM_SHOWN_SHEET "[隐藏]\n1: 看不见\n[end]\n"
