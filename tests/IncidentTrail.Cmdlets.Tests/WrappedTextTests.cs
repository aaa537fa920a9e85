using System.Globalization;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>Texts of ours wrap at spaces, in narrow columns too, where PowerShell would cut them.</summary>
public sealed class WrappedTextTests
{
    [Fact]
    public void A_narrow_column_wraps_between_words() =>
        Assert.Equal(["Errors rise", "right after", "deployment", "4711."], InColumnOf(13, "Errors rise right after deployment 4711."));

    [Fact]
    public void What_follows_a_word_that_PowerShell_cuts_goes_on_behind_its_end() =>
        Assert.Equal(
            ["root and", "IncidentCommander/martha_rivera changed a contact", "again"],
            InColumnOf(26, "root and IncidentCommander/martha_rivera changed a contact again"));

    private static string[] InColumnOf(int width, string text)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return WrappedText.InColumn(WindowWidth.Cells - width, text).Split(Environment.NewLine);
    }
}
