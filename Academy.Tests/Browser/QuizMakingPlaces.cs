using Academy.Domain.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Academy.Tests.Browser;

/// <summary>Where trainers make quizzes, in the states of these pages.</summary>
public sealed class QuizMakingPlaces : IPlaces
{
    private const string Trainer = "T0001";
    private const string Made = "/authoring/quizzes";

    public static IReadOnlyDictionary<string, Place> All { get; } = new Dictionary<string, Place>
    {
        ["made quizzes"] = Place.At(Made, Trainer),
        ["made quizzes, none"] = Place.At(Made, InspectedAcademy.Beginner),
        ["made quizzes, of everybody"] = Place.At(Made, "A0001"),
        ["made quiz"] = Quiz(MadeQuizzes.Draft),
        ["made quiz, short of questions"] = Quiz(MadeQuizzes.Short),
        ["made quiz, over"] = Quiz(MadeQuizzes.Over),
        ["made quiz, new"] = Place.At($"{Made}/new?bank=counterfeit-currency", Trainer),
        ["made quiz, problems"] = Place.At($"{Made}/new", Trainer).Then(async page =>
        {
            await page.ClickAsync(".quiz-form .form-actions .button");
            await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }),
        ["picking"] = Picking(""),
        ["picking, nothing found"] = Picking("?q=没有这样的试题"),
        ["sample"] = Quiz(MadeQuizzes.Draft, "/preview"),
        ["sample, short of questions"] = Quiz(MadeQuizzes.Short, "/preview"),
        ["publication"] = Quiz(MadeQuizzes.Draft, "/publication"),
        ["publication, short of questions"] = Quiz(MadeQuizzes.Poor, "/publication"),
    };

    private static Place Picking(string query) => Quiz(MadeQuizzes.Draft, $"/sections/1{query}");

    private static Place Quiz(string title, string path = "") => Place.At(
        async db => $"{Made}/{await db.Quizzes.Where(q => q.Terms.Title == title).Select(q => q.Id).SingleAsync()}{path}", Trainer);
}
