using Academy.Domain.Learning;

namespace Academy.Tests.Learning;

/// <summary>A small lesson with two clauses and a case, to be read as it is or with a problem put into it.</summary>
internal static class SampleLesson
{
    public const string Text =
        """"
        ---
        title: 接待客户
        notice: 只讲窗口。
        aims:
          - 说出第一句话
        keyPoints:
          - 先问好。
          - 再问事。
        sources:
          - text: 本行服务手册
            mark: V
          - text: 同业经验
            mark: GK
        ---

        <!-- [V] handbook 1: greet first -->
        ## 先问好 {#greet-first source="手册第 1 条" mark="V"}

        客户走近，**先问好**，*再*问事。<!-- why: nobody likes to wait -->

        | 时候 | 说什么 |
        |---|---|
        | 上午 | 早上好 |

        ## 再问事 {#ask-then source="手册第 2 条" mark="T"}

        问清楚再办。

        ```case
        title: 客户在打电话
        situation: |
          客户一边打电话，一边递上存折。

          后面还有三个人。
        question: 您怎么办？
        options:
          - say: “请您先打完。”
            verdict: 客户会不高兴
            why: 他着急。
          - say: 微笑点头，请他先坐。
            right: true
            verdict: 对
            why: 问好不一定用话。
        ```
        """";

    public static LessonDraft Read() => LessonReader.Read(Text);

    public static LessonDraft ReadWith(string part, string instead)
    {
        Assert.Contains(part, Text, StringComparison.Ordinal);
        return LessonReader.Read(Text.Replace(part, instead, StringComparison.Ordinal));
    }
}
