using System.Management.Automation;
using System.Text;
using IncidentTrail.Drawings;

namespace IncidentTrail.PowerShell.Output;

/// <summary>
/// Lines of a drawing for the pipeline: each is its plain text, so that Set-Content and Select-String take it as it is, and
/// carries the coloured form that its view shows. PowerShell leaves colours out where it leaves them out of everything.
/// </summary>
internal static class DrawnText
{
    private const string TypeName = "IncidentTrail.DrawnLine";
    private const string Shown = "Shown";
    private const string Reset = "\u001B[0m";

    /// <summary>A line as PowerShell is to have it.</summary>
    internal static PSObject Of(DrawnLine line)
    {
        var text = new PSObject(line.Text);
        // Behind the string's own name: a string is shown as one where the module's views are not, as beside a job.
        text.TypeNames.Insert(1, TypeName);
        text.Properties.Add(new PSNoteProperty(Shown, Coloured(line)));
        return text;
    }

    /// <summary>The cells of a line where nothing else is said.</summary>
    internal static int Width => Math.Max(WindowWidth.Cells, CmdletLimits.NarrowestDrawing);

    /// <summary>The signs that the console's encoding has.</summary>
    internal static DrawingSigns Signs => Has(Console.OutputEncoding, DrawingSigns.Unicode) ? DrawingSigns.Unicode : DrawingSigns.Ascii;

    private static bool Has(Encoding encoding, DrawingSigns signs)
    {
        var all = $"{signs.Start}{signs.Status}{signs.Page}{signs.Other}{signs.Failed}{signs.Lane}{signs.Open}{signs.Resolved}{signs.Unknown}{signs.More}{signs.Levels}";
        return encoding.GetString(encoding.GetBytes(all)) == all;
    }

    private static string Coloured(DrawnLine line)
    {
        var text = new StringBuilder();
        var room = line.Text.Length;
        foreach (var (whole, style) in line.Parts)
        {
            var part = whole[..Math.Min(whole.Length, room)];
            room -= part.Length;
            if (Colour(style) is { } colour && part.AsSpan().Trim().Length > 0)
                text.Append(colour).Append(part).Append(Reset);
            else
                text.Append(part);
        }
        return text.ToString();
    }

    private static string? Colour(DrawnStyle style) => style switch
    {
        DrawnStyle.Title => "\u001B[1m",
        DrawnStyle.Soft => "\u001B[90m",
        DrawnStyle.Mark => "\u001B[36m",
        DrawnStyle.Failed => "\u001B[31m",
        DrawnStyle.Open => "\u001B[33m",
        DrawnStyle.Resolved => "\u001B[32m",
        DrawnStyle.Outside => "\u001B[1;33m",
        _ => null,
    };
}
