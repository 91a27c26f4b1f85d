using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;

namespace Academy.Tests.Data;

/// <summary>What an empty form carries, so that sending it twice makes one thing.</summary>
public sealed class FormKeyTests
{
    [Fact]
    public void A_key_is_known_again_by_whose_form_it_was_made_for()
    {
        Assert.All(Enumerable.Range(0, 200), _ => Assert.True(Author.IsKey(Author.NewKey())));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.True(Librarian.IsSlug(Librarian.NewSlug())));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.True(QuizMaker.IsSlug(QuizMaker.NewSlug())));
    }

    [Fact]
    public void A_key_of_another_form_is_not_taken()
    {
        Assert.False(Author.IsKey(QuizMaker.NewSlug()));
        Assert.False(Librarian.IsSlug(Author.NewKey()));
        Assert.False(QuizMaker.IsSlug(Librarian.NewSlug()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghjk")]
    [InlineData("-abcdefghj")]
    [InlineData("-abcdefghjkm")]
    [InlineData("-abcdefghjk\n")]
    [InlineData("-ABCDEFGHJK")]
    [InlineData("-oooooooooo")]
    [InlineData("-iiiiiiiiii")]
    [InlineData("-1010101010")]
    public void What_no_form_was_given_is_not_taken(string? rest)
    {
        Assert.False(Author.IsKey(rest is null ? null : $"q{rest}"));
        Assert.False(Librarian.IsSlug(rest is null ? null : $"b{rest}"));
        Assert.False(QuizMaker.IsSlug(rest is null ? null : $"t{rest}"));
    }
}
