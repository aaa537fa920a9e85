using System.Globalization;

namespace IncidentTrail.Shell.Editing;

/// <summary>A text and a cursor in it. The cursor moves by what a person sees as one character.</summary>
internal sealed class LineBuffer
{
    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The place before which text is inserted, in UTF-16 units.</summary>
    public int Cursor { get; private set; }

    /// <summary>Whether the first half of a surrogate pair has come and the second has not.</summary>
    public bool IsHalfTyped => Cursor > 0 && char.IsHighSurrogate(Text[Cursor - 1])
        && (Cursor == Text.Length || !char.IsLowSurrogate(Text[Cursor]));

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Replaces the whole text; the cursor goes to its end.</summary>
    public void Set(string text) => Set(text, text.Length);

    /// <summary>Replaces the whole text and places the cursor.</summary>
    public void Set(string text, int cursor) => (Text, Cursor) = (text, cursor);

    public void Left() => Cursor = Before(Cursor);

    public void Right() => Cursor = After(Cursor);

    public void Home() => Cursor = Text.LastIndexOf('\n', Math.Max(Cursor - 1, 0), Cursor) + 1;

    public void End()
    {
        var lineEnd = Text.IndexOf('\n', Cursor);
        Cursor = lineEnd < 0 ? Text.Length : lineEnd;
    }

    public void WordLeft() => Cursor = WordStart();

    public void WordRight()
    {
        while (Cursor < Text.Length && !char.IsLetterOrDigit(Text[Cursor]))
            Cursor++;
        while (Cursor < Text.Length && char.IsLetterOrDigit(Text[Cursor]))
            Cursor++;
    }

    public void DeleteLeft() => Remove(Before(Cursor), Cursor);

    public void DeleteRight() => Remove(Cursor, After(Cursor));

    public void DeleteWordLeft() => Remove(WordStart(), Cursor);

    public void DeleteToStart() => Remove(0, Cursor);

    public void DeleteToEnd() => Remove(Cursor, Text.Length);

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int WordStart()
    {
        var place = Cursor;
        while (place > 0 && !char.IsLetterOrDigit(Text[place - 1]))
            place--;
        while (place > 0 && char.IsLetterOrDigit(Text[place - 1]))
            place--;
        return place;
    }

    private int After(int place) =>
        place == Text.Length ? place : place + StringInfo.GetNextTextElementLength(Text, place);

    private int Before(int place)
    {
        var element = 0;
        while (element < place)
        {
            var next = After(element);
            if (next >= place)
                return element;
            element = next;
        }

        return 0;
    }
}
