using Academy.Domain.Files.Sheets;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Scoring;

namespace Academy.Tests.Questions;

public class SheetTests
{
    private const string Heads = "题型,题干,选项A,选项B,选项C,选项D,答案,解析,分值,难度,知识点,章节";

    [Theory]
    [InlineData("单选题", "B", QuestionType.SingleChoice, "b")]
    [InlineData("单项选择题", "ｂ", QuestionType.SingleChoice, "b")]
    [InlineData("单选", "乙", QuestionType.SingleChoice, "b")]
    [InlineData("多选题", "ABD", QuestionType.MultipleChoice, "a b d")]
    [InlineData("多选", "\"A,B\"", QuestionType.MultipleChoice, "a b")]
    [InlineData("多项选择题", "A；B", QuestionType.MultipleChoice, "a b")]
    [InlineData("多选题", "Ａ、ｄ", QuestionType.MultipleChoice, "a d")]
    [InlineData("多选题", "全选", QuestionType.MultipleChoice, "a b c d")]
    [InlineData("多选题", "A-C", QuestionType.MultipleChoice, "a b c")]
    [InlineData("不定项", "C", QuestionType.MultipleChoice, "c")]
    [InlineData("选择题", "BC", QuestionType.MultipleChoice, "b c")]
    public void A_choice_is_marked_by_its_letters_however_they_are_written(string type, string key, QuestionType expected, string right)
    {
        var question = Single($"{Heads}\n{type},哪些？,甲,乙,丙,丁,{key},因为,2,中,文明服务,第一章");

        Assert.Equal(
            (expected, right),
            (question.Type, string.Join(' ', question.Text.Options.Where(option => option.IsRight).Select(option => option.Key))));
        Assert.InRange(question.Text.Options.Sum(option => option.Weight), 99.99m, 100.01m);
        Assert.Equal(("因为", 2m, "第一章"), (question.Text.Explanation.Plain, question.Text.Points, question.Category));
        Assert.Equal(["difficulty:2", "文明服务"], question.Tags);
    }

    [Theory]
    [InlineData("正确", true)]
    [InlineData("错误", false)]
    [InlineData("对", true)]
    [InlineData("√", true)]
    [InlineData("×", false)]
    [InlineData("Ｔ", true)]
    [InlineData("f", false)]
    [InlineData("是", true)]
    [InlineData("否", false)]
    [InlineData("A", true)]
    [InlineData("B", false)]
    public void A_judgment_is_right_or_wrong_in_any_spelling(string key, bool isTrue)
    {
        Assert.Equal(isTrue ? "true" : "false", Right(Single($"{Heads}\n判断题,对吗？,,,,,{key}")));
        Assert.Equal(isTrue ? "true" : "false", Right(Single($"{Heads}\n判断题,对吗？,正确,错误,,,{key}")));
    }

    [Fact]
    public void The_options_of_a_judgment_say_what_its_letters_mean() =>
        Assert.Equal("true", Right(Single($"{Heads}\n判断题,对吗？,错误,正确,,,B")));

    [Theory]
    [InlineData("首都是____。", "北京", "首都是____。", "北京")]
    [InlineData("首都是（  ）。", "北京/北平", "首都是（  ）。", "北京/北平")]
    [InlineData("____和____。", "甲；乙", "[[1]]和[[2]]。", "甲 乙")]
    [InlineData("【 】和（ ）。", "甲|乙或丙", "[[1]]和[[2]]。", "甲 乙/丙")]
    [InlineData("____和____。", "甲、乙", "[[1]]和[[2]]。", "甲 乙")]
    [InlineData("速度是____。", "60km/h", "速度是____。", "60km/h")]
    [InlineData("____属于负债。", "或有事项", "____属于负债。", "或有事项")]
    public void A_fill_in_has_a_key_for_each_of_its_gaps(string stem, string key, string asked, string keys)
    {
        var text = Single($"{Heads}\n填空题,{stem},,,,,{key}").Text;

        Assert.Equal((QuestionType.FillIn, asked), (text.Type, text.Stem.Plain));
        Assert.Equal(keys, string.Join(' ', text.Blanks().Select(gap => string.Join('/', gap.Answers.Select(answer => answer.Text)))));
    }

    [Fact]
    public void A_written_answer_is_looked_over_by_its_points()
    {
        var text = Single($"{Heads}\n简答题,怎么办？,,,,,\"1. 报警（3分）\n2. 保护现场（2分）\"").Text;

        Assert.Equal(QuestionType.ShortAnswer, text.Type);
        Assert.Equal(
            [new Criterion("报警", 3, []), new Criterion("保护现场", 2, [])],
            text.Criteria,
            (one, other) => (one.Text, one.Points) == (other.Text, other.Points));
    }

    [Theory]
    [InlineData("单选题,题,甲,乙,丙,丁,E", ReadingProblem.AnswerNotAnOption, "E", "答案")]
    [InlineData("单选题,题,甲,乙,丙,丁,AB", ReadingProblem.SeveralRightAnswers, "AB", "答案")]
    [InlineData("单选题,题,甲,乙,丙,丁,", ReadingProblem.NoRightAnswer, "", "答案")]
    [InlineData("单选题,题,甲,,丙,丁,A", ReadingProblem.EmptyOption, "B", "选项B")]
    [InlineData("单选题,题,甲,甲,丙,丁,A", ReadingProblem.DuplicateOption, "甲", "选项B")]
    [InlineData("单选题,题,甲,,,,A", ReadingProblem.TooFewOptions, "1", "选项A")]
    [InlineData("单选题,,甲,乙,,,A", ReadingProblem.EmptyStem, "", "题干")]
    [InlineData("抢答题,题,甲,乙,,,A", ReadingProblem.UnknownType, "抢答题", "题型")]
    [InlineData("判断题,题,,,,,也许", ReadingProblem.AnswerNotAnOption, "也许", "答案")]
    [InlineData("填空题,____和____,,,,,甲", ReadingProblem.GapsAndKeysDiffer, "甲", "答案")]
    [InlineData("单选题,题,甲,乙,丙,丁,A,,很多", ReadingProblem.BadPoints, "很多", "分值")]
    [InlineData("单选题,第一题？,甲,乙,丙,丁,A", ReadingProblem.DuplicateStem, "2", "题干")]
    public void What_cannot_be_taken_is_named_by_row_and_column(string row, ReadingProblem problem, string detail, string column)
    {
        var file = CsvReader.Read($"{Heads}\n单选题,第一题？,甲,乙,丙,丁,A\n\n{row}\n判断题,对吗？,,,,,对");

        Assert.Equal([1, 3], file.Questions.Select(question => question.Position));
        Assert.Equal(new ReadingMessage(2, 4, problem, detail, column), Assert.Single(file.Reported).Bare());
    }

    [Fact]
    public void Stems_that_everybody_uses_are_told_apart_by_their_options() =>
        Assert.Equal(2, CsvReader.Read($"{Heads}\n单选题,下列正确的是,甲,乙,,,A\n单选题,下列正确的是,丙,丁,,,A").Questions.Count);

    [Fact]
    public void Titles_and_instructions_above_the_heads_are_passed_over()
    {
        var file = CsvReader.Read($"试题导入模板,,\n\"说明：1. 题型必填\n2. 答案必填\"\n{Heads}\n判断题,对吗？,,,,,对");

        Assert.Equal(5, Assert.Single(file.Questions).Line);
        Assert.Empty(file.Reported);
    }

    [Theory]
    [InlineData("试题类型*,题目内容（必填）,A,B,正确答案,试题解析")]
    [InlineData("题目类型,题目,选项 1,选项 2,标准答案,答案解析")]
    [InlineData("Type,Question,Option A,Option B,Correct Answer,Explanation")]
    public void Columns_are_known_by_many_heads(string heads)
    {
        var file = CsvReader.Read($"{heads}\n单选,哪个？,甲,乙,{(heads.Contains('1') ? "2" : "B")},因为");

        var question = Assert.Single(file.Questions);
        Assert.Equal(
            (QuestionType.SingleChoice, "哪个？", "b", "因为"),
            (question.Type, question.Text.Stem.Plain, Right(question), question.Text.Explanation.Plain));
    }

    [Fact]
    public void Without_a_column_of_types_they_follow_and_it_is_said()
    {
        var file = CsvReader.Read("题目,A,B,C,答案\n哪个？,甲,乙,丙,B\n哪些？,甲,乙,丙,BC\n对吗？,,,,错\n首都是____。,,,,北京\n怎么办？,,,,先报警，再保护现场。");

        Assert.Equal(
            [QuestionType.SingleChoice, QuestionType.MultipleChoice, QuestionType.TrueFalse, QuestionType.FillIn, QuestionType.ShortAnswer],
            file.Questions.Select(question => question.Type));
        Assert.Equal(5, file.Remarks.Count(remark => remark.Problem == ReadingProblem.TypeFollowed));
    }

    [Fact]
    public void Two_columns_that_claim_the_same_are_refused_until_somebody_decides()
    {
        var sheet = CsvReader.SheetOf("题目,题干,A,B,答案\n甲类,哪个？,甲,乙,B");

        var file = SheetReader.Read(sheet);
        Assert.Empty(file.Questions);
        Assert.Equal(new ReadingMessage(0, 1, ReadingProblem.DuplicateColumn, "题目、题干"), Assert.Single(file.Reported));

        var found = SheetHeads.Find(sheet).Mapping;
        var decided = SheetReader.Read(
            sheet,
            found with { Columns = new Dictionary<int, SheetRole>(found.Columns) { [0] = new(SheetPart.Category) } });
        Assert.Equal(("甲类", "哪个？"), (Assert.Single(decided.Questions).Category, decided.Questions[0].Text.Stem.Plain));
    }

    [Fact]
    public void What_a_row_says_of_its_place_and_worth_is_there_when_it_cannot_be_taken()
    {
        var draft = Assert.Single(CsvReader.Read("题号,题干,A,B,答案,分值,难度,章节,标签\n17,哪个？,甲,乙,C,2.5,难,第一章,常考").Reported).Draft!;

        Assert.Equal(("17", "第一章", 2.5m, "哪个？"), (draft.Name, draft.Category, draft.Text.Points, draft.Text.Stem.Plain));
        Assert.Equal(["difficulty:3", "常考"], draft.Tags);
    }

    [Theory]
    [InlineData("题干,A,B,C,D,答案\n哪个？,甲,,丙,丁,C")]
    [InlineData("题干,A,B,C,D,答案\n哪个？,,乙,丙,丁,C")]
    [InlineData("题干,A,B,C,D,答案,分值\n哪个？,\"甲\n又甲\",乙,丙,丁,C,很多")]
    public void The_letters_of_a_key_count_the_options_of_the_file_when_a_row_is_mended(string text)
    {
        var fields = Assert.Single(CsvReader.Read(text).Reported).Fields!;

        var (mended, problem, _) = Mending.Read(fields);
        if (mended is null) Assert.Equal(ReadingProblem.EmptyOption, problem);
        else Assert.Equal("丙", mended.Options.Single(option => option.IsRight).Text.Plain);
    }

    [Fact]
    public void A_sheet_without_heads_is_read_by_what_somebody_says_of_its_columns()
    {
        var sheet = CsvReader.SheetOf("哪个？,甲,乙,B\n哪些？,甲,乙,C");
        Assert.Equal(ReadingProblem.NoSheetHeads, Assert.Single(SheetReader.Read(sheet).Reported).Problem);

        var file = SheetReader.Read(sheet, Headless);
        Assert.Equal(("哪个？", "b"), (Assert.Single(file.Questions).Text.Stem.Plain, Right(file.Questions[0])));
        Assert.Equal(
            (2, 2, ReadingProblem.AnswerNotAnOption, "D"),
            (file.Reported[0].Position, file.Reported[0].Line, file.Reported[0].Problem, file.Reported[0].Column));
    }

    [Fact]
    public void A_sheet_that_somebody_passes_over_is_named_and_not_read()
    {
        var sheets = new[]
        {
            new Sheet("一", CsvReader.SheetOf("哪个？,甲,乙,B").Rows),
            new Sheet("二", CsvReader.SheetOf($"{Heads}\n判断题,对吗？,,,,,对").Rows),
        };

        var file = SheetReader.Read(sheets, new Dictionary<string, SheetMapping> { ["一"] = Headless, ["二"] = SheetMapping.None });
        Assert.Equal("一", Assert.Single(file.Questions).Category);
        Assert.Equal((ReadingProblem.UnreadSheet, "二"), (file.Remarks[^1].Problem, file.Remarks[^1].Detail));
        Assert.Equal(
            ReadingProblem.NoQuestions,
            Assert.Single(SheetReader.Read(sheets, sheets.ToDictionary(sheet => sheet.Name, _ => SheetMapping.None)).Reported).Problem);
    }

    private static SheetMapping Headless => new(0, new Dictionary<int, SheetRole>
    {
        [0] = new(SheetPart.Stem),
        [1] = new(SheetPart.Option),
        [2] = new(SheetPart.Option, 1),
        [3] = new(SheetPart.Key),
    });

    [Theory]
    [InlineData("题目,A,B\n哪个？,甲,乙", "答案")]
    [InlineData("题型,A,B,答案\n单选,甲,乙,A", "题干")]
    public void A_missing_column_is_named(string text, string column) =>
        Assert.Equal(new ReadingMessage(0, 1, ReadingProblem.MissingColumn, column), Assert.Single(CsvReader.Read(text).Reported));

    [Fact]
    public void A_sheet_whose_keys_name_what_is_not_there_is_not_believed()
    {
        var file = CsvReader.Read("题目,A,B,答案\n一？,甲,乙,C\n二？,甲,乙,D\n三？,甲,乙,A");

        Assert.Empty(file.Questions);
        Assert.Equal(new ReadingMessage(0, 1, ReadingProblem.HeadsDisagree, "2/3"), file.Reported[0]);
        Assert.Equal([1, 2, 3], file.Reported.Skip(1).Select(message => message.Position));
    }

    [Theory]
    [InlineData("A. 甲\nB. 乙\nC. 丙")]
    [InlineData("A、甲 B、乙 C、丙")]
    [InlineData("甲\n乙\n丙")]
    [InlineData("甲；乙；丙")]
    [InlineData("甲|乙|丙")]
    [InlineData("甲,乙,丙")]
    public void Options_may_stand_in_one_cell(string cell)
    {
        var question = Single($"题型,题干,选项,答案\n单选,哪个？,\"{cell}\",B");

        Assert.Equal(["甲", "乙", "丙"], question.Text.Options.Select(option => option.Text.Plain));
        Assert.Equal("b", Right(question));
    }

    [Theory]
    [InlineData("题干,A,B,答案\n\"含\"\"引号\"\"，\n换行\",甲,乙,A\n下一题？,甲,丙,B", "含\"引号\"，\n换行")]
    [InlineData("题干;A;B;答案\n含,逗号;甲;乙;A\n下一题？;甲;丙;B", "含,逗号")]
    [InlineData("题干\tA\tB\t答案\r\n含,逗号\t甲\t乙\tA\r\n下一题？\t甲\t丙\tB\r\n", "含,逗号")]
    public void Tables_of_text_come_with_any_separator(string text, string stem)
    {
        var file = CsvReader.Read(text);

        Assert.Empty(file.Reported);
        Assert.Equal([stem, "下一题？"], file.Questions.Select(question => question.Text.Stem.Plain));
    }

    [Fact]
    public void A_quote_that_never_closes_does_not_swallow_the_rows_below()
    {
        var file = CsvReader.Read("题干,A,B,答案\n\"坏的,甲,乙,A\n好的？,甲,乙,B");

        Assert.Equal("好的？", Assert.Single(file.Questions).Text.Stem.Plain);
        Assert.Equal(
            (1, 2, ReadingProblem.UnclosedQuote),
            (Assert.Single(file.Reported).Position, file.Reported[0].Line, file.Reported[0].Problem));
    }

    [Theory]
    [InlineData("易", "difficulty:1")]
    [InlineData("较难", "difficulty:3")]
    [InlineData("2", "difficulty:2")]
    [InlineData("5", "difficulty:3")]
    [InlineData("0.8", "difficulty:1")]
    [InlineData("★★★☆☆", "difficulty:2")]
    public void Difficulty_is_easy_medium_or_hard(string written, string tag) =>
        Assert.Equal([tag], Single($"题干,答案,难度\n对吗？,对,{written}").Tags);

    private static DraftQuestion Single(string text)
    {
        var file = CsvReader.Read(text);
        Assert.Empty(file.Reported);
        return Assert.Single(file.Questions);
    }

    private static string Right(DraftQuestion question) => question.Text.Options.Single(option => option.IsRight).Key;
}
