using System.IO.Compression;
using System.Text;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using MiniExcelLibs;

namespace Academy.Tests.People;

/// <summary>Files of rosters as banks write them, and a small roll to compare them with.</summary>
internal static class RosterSamples
{
    public const string Heads = "工号,姓名,机构编号,岗位,状态";

    static RosterSamples() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static readonly RosterSnapshot Roll = new(
        [
            new("000", "总行", "Head", BranchKind.HeadOffice, ""),
            new("100", "城关支行", "", BranchKind.Branch, "000"),
            new("101", "南门", "", BranchKind.Outlet, "100"),
            new("109", "老街", "", BranchKind.Outlet, "100", IsClosed: true),
        ],
        [new("teller", "柜员", "Teller"), new("supervisor", "会计主管", "Supervisor")],
        [
            new("A1", "王敏", "wang min", "000", "supervisor", EmploymentState.AtWork),
            new("E1", "李静", "li jing", "101", "teller", EmploymentState.AtWork),
            new("E2", "单雄", "单雄", "101", "teller", new(Employment.OnLeave, LeaveKind.Maternity)),
            new("E3", "赵强", "zhao qiang", "100", "teller", new(Employment.Left, null)),
        ]);

    public static byte[] Csv(string text, string encoding = "utf-8")
    {
        var chosen = Encoding.GetEncoding(encoding);
        return [.. encoding == "utf-16" ? chosen.GetPreamble() : [], .. chosen.GetBytes(text)];
    }

    public static byte[] People(params IEnumerable<string> rows) => Csv(string.Join('\n', rows.Prepend(Heads)));

    public static byte[] Workbook(params (string Sheet, string[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(
                s => s.Sheet,
                s => (object)s.Rows.Select(row => row.Index().ToDictionary(c => $"c{c.Index}", c => (object)c.Item)).ToList()),
            printHeader: false);
        return stream.ToArray();
    }

    public static byte[] Branches(params string[] rows) =>
        Workbook(("机构", [["机构编号", "机构名称", "上级机构编号", "类别"], .. rows.Select(r => r.Split(','))]));

    /// <summary>The same workbook with a part of it written anew.</summary>
    public static byte[] Rewrite(byte[] workbook, string part, Func<string, string> change)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.Single(e => e.FullName.EndsWith(part, StringComparison.Ordinal));
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }

    public static RosterPlan Plan(byte[] content, bool isComplete = false, RosterSnapshot? roll = null) =>
        RosterPlan.Of(RosterReader.Read(content), roll ?? Roll, isComplete, "A1");
}
