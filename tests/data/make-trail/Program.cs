using System.Reflection;
using IncidentTrail.SampleTrail;

// dotnet run --project tests/data/make-trail            writes the sample's files
// dotnet run --project tests/data/make-trail -- --check compares them with what would be written

string repository = typeof(SampleFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
    .First(metadata => metadata.Key == "RepositoryRoot").Value!;
string target = Path.Combine(repository, "tests", "data");

switch (args)
{
    case []:
        SampleFolder.Write(target);
        return 0;
    case ["--check"]:
        var differences = SampleFolder.Differences(target);
        foreach (string difference in differences)
            Console.Error.WriteLine(difference);
        return differences.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("make-trail takes no argument, or --check.");
        return 2;
}
