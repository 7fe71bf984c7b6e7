#!/usr/bin/python3
"""Makes the example of 东昌府区 beside this script: a road list, sources of money, bridges.

The places are real (see README.md); roads, lengths and amounts are made up from a
fixed seed, so that a second run writes the same bytes.
Usage: make-example.py [FOLDER]
"""
import csv
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
COUNTY = "371502"
YEAR = 2021
RATE_YUAN = {"县道": 10000, "乡道": 5000, "村道": 3000}
AGENCY = "县级农村公路管护机构"
ROAD_HEADS = ["序号", "路线编码", "路线名称", "行政等级", "所在乡镇", "行政区划代码", "行政村", "起点桩号", "止点桩号",
              "里程(公里)", "断链", "重复路段", "断头路", "城管路段", "技术等级", "路面类型", "路面宽度(米)",
              "列养里程(公里)", "评定等级", "标段", "管养单位", "修建年度", "最近大中修年度"]


def read_places():
    """The townships of the county, each with its villages (name, code)."""
    townships = []
    with open(HERE.parent / "places" / "townships.csv", encoding="utf-8") as file:
        for row in csv.reader(line for line in file if not line.startswith("#")):
            if row and row[0].startswith(COUNTY) and int(row[0]) % 1000 < 400:
                townships.append({"code": row[0], "name": row[1], "villages": []})
    by_code = {township["code"]: township for township in townships}
    with open(HERE / "villages-371502.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["township_code"] in by_code:
                by_code[row["township_code"]]["villages"].append((row["village"], row["village_code"]))
    return [township for township in townships if township["villages"]]


def short(name):
    """聊堂新村村委会 is 聊堂新村 on a road sign."""
    name = re.sub(r"(村民|居民)?委员会$|(村|居)委会$", "", name)
    name = re.sub(r"(社区|新村)$", "", name) or name
    return name


def km(metres):
    return f"{metres // 1000}.{metres % 1000:03d}"


def stake(metres):
    return f"K{metres // 1000}+{metres % 1000:03d}"


class List:
    def __init__(self, rng):
        self.rng = rng
        self.rows = []
        self.metres = dict.fromkeys(RATE_YUAN, 0)

    def add(self, code, name, road_class, township, village, start, end, **extra):
        rng = self.rng
        counts = not extra.get("duplicate") and not extra.get("dead_end")
        # A declared break in the chainage: the stakes run on by more than the road is long.
        length = end - start - extra.get("break_m", 0)
        if counts and not extra.get("urban") and road_class in RATE_YUAN:
            self.metres[road_class] += length
        built = rng.randint(2003, 2019)
        works = YEAR - 1 if rng.random() < 0.085 else (rng.randint(built + 1, YEAR - 2)
                                                       if built < YEAR - 4 and rng.random() < 0.3 else "")
        grade, width = {"县道": (["二级", "三级", "三级"], ["9", "7", "7.5"]),
                        "乡道": (["三级", "四级", "四级"], ["6.5", "6", "5.5"]),
                        "村道": (["四级", "四级", "等外"], ["5", "4.5", "3.5"]),
                        "专用公路": (["四级"] * 3, ["6"] * 3)}[road_class]
        pick = rng.randrange(3)
        condition = rng.choices(["优", "良", "中", "次", "差", ""], [30, 38, 18, 6, 3, 5])[0]
        government = township["name"] + ("办事处" if township["name"].endswith("街道") else "人民政府")
        payee = AGENCY if road_class in ("县道", "专用公路") else government
        north = int(township["code"][-3:]) % 2 == 0
        package = extra.get("package", "北片标段" if north else "南片标段")
        self.rows.append([
            len(self.rows) + 1, code, name, road_class, township["name"], township["code"], village,
            stake(start), stake(end), km(length), "是" if "break_m" in extra else "", extra.get("duplicate", ""),
            extra.get("dead_end", ""), extra.get("urban", ""), grade[pick],
            rng.choice(["沥青", "水泥"]) if road_class != "县道" else "沥青", width[pick],
            km(length) if counts else "", condition if counts else "", package,
            "" if rng.random() < 0.1 else payee, built, works])


def add_county_roads(roads, townships):
    rng = roads.rng
    for number in range(1, 13):
        path = rng.sample(townships, rng.randint(3, 5))
        name = f"{path[0]['name'][:2]}至{path[-1]['name'][:2]}公路"
        code = f"X{number:03d}{COUNTY}"
        at = 0
        for i, township in enumerate(path):
            end = at + rng.randint(1800, 6900)
            extra = {}
            if number in (2, 5, 9) and i == 0:
                extra = {"urban": "是"}
            elif number in (4, 8) and i == 1:
                extra = {"duplicate": f"X{number - 1:03d}{COUNTY}"}
            elif number == 6 and i == 2:
                extra = {"break_m": 120}
            roads.add(code, name, "县道", township, "", at, end, **extra)
            at = end


def add_township_roads(roads, townships):
    rng = roads.rng
    number = 0
    for township in townships:
        for _ in range(3):
            number += 1
            first, last = rng.sample(township["villages"], 2) if len(township["villages"]) > 1 else township["villages"] * 2
            name = f"{short(first[0])}至{short(last[0])}路"
            code = f"Y{number:03d}{COUNTY}"
            middle = rng.randint(700, 3200)
            end = middle + rng.randint(600, 3000)
            roads.add(code, name, "乡道", township, "", 0, middle)
            if number % 2 == 0:
                # One gap: the stakes go on behind a stretch that belongs to another list.
                jump = 350 if number == 30 else 0
                roads.add(code, name, "乡道", township, "", middle + jump, end + jump)


def add_village_roads(roads, townships):
    rng = roads.rng
    number = 0
    for township in townships:
        for village, _ in rng.sample(township["villages"], min(11, len(township["villages"]))):
            number += 1
            extra = {"dead_end": "1"} if number % 61 == 0 else {}
            if number == 100:
                extra = {"duplicate": f"Y003{COUNTY}"}
            name = f"{short(village)}村路" if number % 2 else f"{township['name'][:2]}至{short(village)}路"
            roads.add(f"C{number:03d}{COUNTY}", name, "村道", township, short(village), 0, rng.randint(280, 2600),
                      **extra)


def write(folder, name, heads, rows):
    """UTF-8 with a byte order mark and CRLF: Excel and WPS open it as it is."""
    with open(folder / name, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(heads)
        writer.writerows(rows)


def make_sources(standard):
    """Superior grants, and what the county adds so that the standard is met in full."""
    province, city = standard * 20 // 100, standard * 15 // 100
    land, social = standard * 10 // 100, 80000
    county = standard - province - city - land
    general, fund = "一般公共预算", "政府性基金"
    return [
        ["省级农村公路日常养护补助", "省", "日常养护", general, "上级补助", "2140106", "示例文〔2021〕1号", province],
        ["市级农村公路日常养护补助", "市", "日常养护", general, "上级补助", "2140106", "示例文〔2021〕2号", city],
        ["区级预算安排日常养护经费", "县", "日常养护", general, "本级安排", "2140106", "示例文〔2021〕3号", county],
        ["土地出让收益安排", "县", "日常养护", fund, "土地出让", "2120804", "示例文〔2021〕4号", land],
        ["成品油税费改革转移支付", "中央", "养护工程", general, "成品油", "2140106", "示例文〔2021〕5号", 6200000],
        ["一事一议财政奖补", "省", "建设", general, "一事一议", "2130701", "示例文〔2021〕6号", 1500000],
        ["管护机构运行经费", "县", "机构运行", general, "本级安排", "2140106", "示例文〔2021〕3号", 960000],
        ["路长制工作经费", "县", "路长制", general, "本级安排", "2140106", "示例文〔2021〕3号", 200000],
        ["企业捐助", "社会", "日常养护", "社会资金", "捐助", "", "", social],
    ]


def make_bridges(roads):
    rng = roads.rng
    chosen = [row for row in roads.rows if row[3] in ("县道", "乡道") and not row[11]]
    rows = []
    for i, road in enumerate(sorted(rng.sample(chosen, 24), key=lambda row: row[1])):
        size, low, high = rng.choices([("大桥", 101, 180), ("中桥", 31, 99), ("小桥", 8, 30)], [1, 4, 7])[0]
        rows.append([f"{road[1]}L{(i + 1) * 10:04d}", road[1], f"{road[2][:2]}{i + 1}号桥", road[4], road[3], size,
                     rng.randint(low, high)])
    return rows


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    townships = read_places()
    roads = List(random.Random(371502))
    add_county_roads(roads, townships)
    add_township_roads(roads, townships)
    add_village_roads(roads, townships)
    # A road that serves one works only: class 专用公路, for which the policy has no rate.
    roads.add(f"Z001{COUNTY}", "水厂专用路", "专用公路", townships[9], "", 0, 1240, package="")
    standard = sum(roads.metres[name] * RATE_YUAN[name] for name in RATE_YUAN)
    assert standard % 1000 == 0
    write(folder, "示例-东昌府区-里程台账.csv", ROAD_HEADS, roads.rows)
    write(folder, "示例-东昌府区-资金来源.csv",
          ["资金名称", "来源层级", "用途", "资金性质", "种类", "科目编码", "文号", "金额(元)"],
          make_sources(standard // 1000))
    write(folder, "示例-东昌府区-桥梁.csv",
          ["桥梁编码", "路线编码", "桥名", "乡镇", "行政等级", "桥梁类型", "全长(米)"], make_bridges(roads))
    print(f"{len(roads.rows)} rows, daily standard {standard // 1000} yuan")


if __name__ == "__main__":
    main()
