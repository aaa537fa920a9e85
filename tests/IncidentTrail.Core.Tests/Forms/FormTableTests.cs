using IncidentTrail.Forms;

namespace IncidentTrail.Tests.Forms;

/// <summary>The table of forms in the documents is the one in the code.</summary>
public sealed class FormTableTests
{
    [Fact]
    public void The_document_has_the_rows_of_the_code()
    {
        var document = File.ReadAllLines(Path.Combine(Repository.Root, "docs/forms.md"));

        Assert.Equal(LogForms.All.Select(Row), document.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| form ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_form_is_named_once_and_what_is_not_read_has_a_remedy()
    {
        Assert.Distinct(LogForms.All.Select(form => form.Name));
        Assert.All(LogForms.All, form => Assert.Equal(form.Fate == LogFormFate.Read, form.Remedy.Length == 0));
    }

    private static string Row(LogForm form) => "| " + string.Join(" | ", form.Name, Escaped(form.Sign), form.Fate switch
    {
        LogFormFate.Read => "read: " + Escaped(form.Text),
        LogFormFate.PassedOver => "passed over, and the answer is complete: " + Escaped(form.Text),
        _ => "left out, and the answer is not complete: " + Escaped(form.Text),
    }, Escaped(form.Remedy)) + " |";

    private static string Escaped(string text) => text.Replace("|", "\\|");
}
