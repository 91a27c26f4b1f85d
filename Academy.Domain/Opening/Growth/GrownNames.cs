using BranchUnit = Academy.Domain.People.Branch;

namespace Academy.Domain.Opening.Growth;

/// <summary>Names for the units and the people of a grown bank, with the readings that lists sort by.</summary>
internal static class GrownNames
{
    private static readonly (string Written, string Read)[] Surnames = Read(
        "王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 周zhou 吴wu 徐xu 孙sun 马ma 朱zhu 胡hu "
        + "郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang "
        + "许xu 韩han 冯feng 邓deng 曹cao 彭peng 曾zeng 肖xiao 田tian 董dong 潘pan 袁yuan 蔡cai "
        + "蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 卢lu "
        + "姚yao 钟zhong 姜jiang 崔cui 谭tan 陆lu 范fan 汪wang 廖liao 石shi 金jin 韦wei 贾jia 夏xia "
        + "付fu 方fang 邹zou 熊xiong 白bai 孟meng 秦qin 邱qiu 侯hou 江jiang");

    private static readonly (string Written, string Read)[] Given = Read(
        "安an 柏bai 川chuan 岱dai 恩en 帆fan 歌ge 涵han 嘉jia 楷kai 岚lan 铭ming 宁ning 沛pei 清qing "
        + "容rong 书shu 婷ting 薇wei 希xi 雅ya 昱yu 卓zhuo 澄cheng 知zhi 远yuan "
        + "明ming 秋qiu 瑞rui 思si 棠tang 文wen 晓xiao 妍yan 泽ze 静jing 宜yi");

    private static readonly (string Written, string Read)[] PlaceBegins = Read(
        "青Qing 石Shi 沙Sha 杨Yang 梅Mei 松Song 竹Zhu 清Qing 金Jin 银Yin 双Shuang 大Da 新Xin 永Yong 安An 龙Long 凤Feng 柏Bai 荷He 莲Lian");

    private static readonly (string Written, string Read)[] PlaceEnds = Read(
        "溪xi 河he 湖hu 岭ling 坪ping 桥qiao 店dian 湾wan 坝ba 垭ya 庄zhuang 集ji");

    private static readonly (string Written, string Read)[] Corners =
    [
        ("营业室", "Main"), ("东街分理处", "East Street"), ("西街分理处", "West Street"), ("南门分理处", "South Gate"), ("北桥分理处", "North Bridge"),
        ("车站分理处", "Station"), ("集镇分理处", "Township"), ("新区分理处", "New Quarter"), ("园区分理处", "Business Park"),
    ];

    public static int OutletsPerBranch => Corners.Length;

    /// <summary>What the branch of that number is called.</summary>
    public static (string Name, string English) Branch(int number)
    {
        var place = number - 1;
        var (begin, end) = (PlaceBegins[place % PlaceBegins.Length], PlaceEnds[(place + (place / PlaceBegins.Length)) % PlaceEnds.Length]);
        return ($"{begin.Written}{end.Written}支行", $"{begin.Read}{end.Read} Branch");
    }

    /// <summary>What an outlet of the branch is called; the first is where the branch itself serves.</summary>
    public static (string Name, string English) Outlet(BranchUnit branch, int number)
    {
        var (written, english) = Corners[(number - 1) % Corners.Length];
        return (branch.Name + written, $"{branch.EnglishName} {english} Outlet");
    }

    public static (string Name, string Given, string Pinyin) Person(Random random)
    {
        var (surname, one, other) = (Pick(Surnames, random), Pick(Given, random), Pick(Given, random));
        return (surname.Written + one.Written + other.Written, one.Written + other.Written, $"{surname.Read} {one.Read}{other.Read}");
    }

    private static (string Written, string Read) Pick((string Written, string Read)[] names, Random random) =>
        names[random.Next(names.Length)];

    private static (string, string)[] Read(string names) => [.. names.Split(' ').Select(name => (name[..1], name[1..]))];
}
