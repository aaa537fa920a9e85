using IncidentTrail.Sources.Saving;

namespace IncidentTrail.Tests.Integrity;

/// <summary>Writes a made trail to disk: bare, or as Save-IncidentTrailLog does, with the signatures.</summary>
internal static class MadeCopy
{
    public static void Write(ChainMaker made, string folder)
    {
        foreach (var ((_, key), stored) in made.Objects)
        {
            var path = KeyPath.Of(folder, key)!;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, stored.Bytes);
        }
    }

    public static void Save(ChainMaker made, string folder)
    {
        Write(made, folder);
        using var manifest = new SavedManifest(folder);
        foreach (var ((bucket, key), stored) in made.Objects)
        {
            Dictionary<string, string> metadata = stored.Signature is { } signature
                ? new() { ["signature"] = signature, ["signature-algorithm"] = "SHA256withRSA" } : [];
            manifest.Add(new SavedEntry(bucket, key, stored.Bytes.Length, null, null, "", metadata));
        }
    }
}
