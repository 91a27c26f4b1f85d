using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Levels;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;

namespace Academy.Tests.Competitions;

public sealed class LevelTableTests
{
    private static readonly LevelTable Table = new(new Dictionary<string, List<decimal>>
    {
        ["slips-hundred-600"] = [120, 150, 180],
        ["keypad-lines-300"] = [300, 220, 150],
    });

    [Theory]
    [InlineData(120_000, 1, null)]
    [InlineData(120_001, 2, 120_000)]
    [InlineData(180_000, 3, 150_000)]
    [InlineData(180_001, null, 180_000)]
    public void A_time_reaches_every_level_that_is_no_shorter(int time, int? level, int? next)
    {
        Assert.Equal(level, Table.Of(Discipline.SlipHundred, time)?.Number);
        Assert.Equal(next, Table.Above(Discipline.SlipHundred, time)?.Score);
    }

    [Theory]
    [InlineData(1_500, 1, null)]
    [InlineData(1_499, 2, 1_500)]
    [InlineData(749, null, 750)]
    public void Keys_a_minute_are_counted_over_the_whole_run(int keys, int? level, int? next)
    {
        Assert.Equal(level, Table.Of(Discipline.Keypad, keys)?.Number);
        Assert.Equal(next, Table.Above(Discipline.Keypad, keys)?.Score);
    }

    [Fact]
    public void A_discipline_without_levels_has_none()
    {
        Assert.Null(Table.Of(Discipline.SlipSums, 100));
        Assert.Null(Table.Above(Discipline.SlipSums, 0));
    }

    [Theory]
    [InlineData("no-such-drill: [3, 2, 1]")]
    [InlineData("keypad-lines-300: [150, 220, 300]")]
    [InlineData("slips-hundred-600: [120, 120, 180]")]
    [InlineData("keypad-lines-300: many")]
    [InlineData("keypad-lines-300: [")]
    public void A_table_that_cannot_be_so_names_its_file(string yaml)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "drills"));
        File.WriteAllText(Path.Combine(folder.Path, "drills", "levels.yaml"), yaml);

        Assert.StartsWith("drills/levels.yaml: ", Assert.Throws<ContentException>(() => LevelsFile.Read(folder.Path)).Message);
    }

    [Fact]
    public void The_shipped_table_has_three_levels_for_every_discipline() => Assert.All(Discipline.Practiced, discipline =>
    {
        var worst = discipline.IsRace ? int.MaxValue : 0;
        var table = LevelsFile.Read(Repository.File("content"));

        Assert.Equal(3, table.Above(discipline, worst)?.Number);
    });
}
