using System.Text;

namespace Academy.Domain.Competitions.Drills;

/// <summary>
/// What stands typed, character by character; whoever types is always at its end. The page shows the same by <c>js/drill/typed-text.js</c>.
/// </summary>
/// <param name="most">So many characters are taken, and no more.</param>
internal sealed class TypedText(int most)
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();
    public int Erasures { get; private set; }

    /// <summary>How often something was pasted or dropped, and not taken.</summary>
    public int Refusals { get; private set; }

    public void Take(char key)
    {
        switch (key)
        {
            case Sign.Erased: Erase(); break;
            case Sign.Refused: Refusals++; break;
            case Sign.Break: Write('\n'); break;
            case Sign.Space: Write(' '); break;
            default: Write(key); break;
        }
    }

    private void Erase()
    {
        if (text.Length == 0) return;

        text.Length--;
        Erasures++;
    }

    private void Write(char character)
    {
        if (text.Length < most) text.Append(character);
    }
}
