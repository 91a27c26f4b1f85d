using System.Globalization;

namespace Academy.Domain;

/// <summary>Where people find what, as lists and letters keep it: from the root of the academy's own address.</summary>
public static class Addresses
{
    public const string SignIn = "/account/login";

    public static string OfCourse(string slug) => $"/courses/{slug}";

    /// <param name="course">The course's slug.</param>
    /// <param name="place">The slug of a lesson, with that of one of its clauses after a #, or without.</param>
    public static string OfPlace(string course, string place) => $"/courses/{course}/{place}";

    public static string OfQuiz(long id) => string.Create(CultureInfo.InvariantCulture, $"/quizzes/{id}");

    public static string OfResult(long attemptId) => string.Create(CultureInfo.InvariantCulture, $"/attempts/{attemptId}/result");

    public static string OfCompetition(long id) => string.Create(CultureInfo.InvariantCulture, $"/competitions/{id}");

    /// <summary>Where everybody checks a certificate, without a sign-in.</summary>
    public static string OfVerification(string code) => $"/verify/{code}";

    public static string OfCertificate(long id) => string.Create(CultureInfo.InvariantCulture, $"/certificates/{id}");

    /// <summary>Where trainers find a question.</summary>
    public static string OfQuestion(long id) => string.Create(CultureInfo.InvariantCulture, $"/authoring/questions/{id}");
}
