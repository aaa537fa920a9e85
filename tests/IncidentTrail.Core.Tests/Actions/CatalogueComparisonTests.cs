using System.Reflection;
using Xunit.Abstractions;

namespace IncidentTrail.Tests.Actions;

/// <summary>Compares the catalogue with a list made from the services' models, where one lies beside the repository.</summary>
public sealed class CatalogueComparisonTests(ITestOutputHelper output)
{
    private static readonly string s_root = typeof(CatalogueComparisonTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    [Fact]
    public void The_catalogue_says_what_the_services_models_say()
    {
        if (FindList() is not { } list)
        {
            output.WriteLine("No shared/data/incident-manager-actions.csv beside the repository: nothing to compare with.");
            return;
        }

        var lines = File.ReadAllLines(list);
        var header = lines[0].Split(',');
        var expected = lines[1..].Select(line => line.Split(',')).Select(fields => new
        {
            Source = fields[Array.IndexOf(header, "eventSource")],
            Name = fields[Array.IndexOf(header, "eventName")],
            Access = fields[Array.IndexOf(header, "access")],
            Kind = fields[Array.IndexOf(header, "resourceKind")],
            Request = fields[Array.IndexOf(header, "requestParameter")],
            Response = fields[Array.IndexOf(header, "responseElement")],
        });
        var actual = TrailActions.All.Where(action => !action.IsHistorical).Select(action => new
        {
            Source = action.EventSource,
            Name = action.EventName,
            Access = action.Access.ToString(),
            Kind = action.ResourceKind,
            Request = action.RequestParameter ?? "",
            Response = action.ResponseElement ?? "",
        });
        Assert.Equal(expected.OrderBy(a => a.Source + a.Name), actual.OrderBy(a => a.Source + a.Name));
    }

    private static string? FindList()
    {
        for (var folder = new DirectoryInfo(s_root); folder is not null; folder = folder.Parent)
        {
            var list = Path.Combine(folder.FullName, "shared", "data", "incident-manager-actions.csv");
            if (File.Exists(list))
                return list;
        }

        return null;
    }
}
