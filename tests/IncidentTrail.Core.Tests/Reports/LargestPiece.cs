using System.Text;

namespace IncidentTrail.Tests.Reports;

/// <summary>Keeps how much is written to it, and how much of that at once.</summary>
internal sealed class LargestPiece : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    internal int Largest { get; private set; }

    internal int Total { get; private set; }

    public override void Write(char value) => Total++;

    public override void Write(string? value)
    {
        Total += value!.Length;
        Largest = Math.Max(Largest, value.Length);
    }
}
