namespace IncidentTrail.Forms;

/// <summary>A form in which records, or what is taken for them, are held.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Sign">What it is known by.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Text">What is read, or what is said of it behind the number of pieces.</param>
/// <param name="Remedy">What to do instead; empty where nothing need be done.</param>
internal sealed record LogForm(string Name, string Sign, LogFormFate Fate, string Text, string Remedy = "");
